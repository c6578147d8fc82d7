/** How what machines made of a work is said. */
import type { FigureName, Understanding } from '@/api/types'
import { exact, percent } from '@/app/format'
import { isKey, t } from '@/app/words'

export const figureNames: FigureName[] = ['brightness', 'contrast', 'colourfulness', 'motion', 'cuts-a-minute', 'loudness', 'silence']

/** A topic in the reader's language where we have a word for it, as it came where we do not. */
export function topicName(topic: string): string {
  const key = `about.${topic}`
  return isKey(key) ? t(key) : topic
}

/** The figures that were measured, in their order, each with its unit. */
export function figuresOf({ figures }: Understanding): { name: FigureName; label: string; value: string }[] {
  return figureNames.flatMap((name) => {
    const value = figures[name]
    return value === undefined ? [] : [{ name, label: t(`figure.${name}`), value: figured(name, value) }]
  })
}

function figured(name: FigureName, value: number): string {
  switch (name) {
    case 'loudness':
      return `${exact(Math.round(value * 10) / 10)} LUFS`
    case 'colourfulness':
    case 'cuts-a-minute':
      return exact(Math.round(value * 10) / 10)
    default:
      return percent(value)
  }
}
