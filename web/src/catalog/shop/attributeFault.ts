/** What is wrong with an attribute in a line of a sheet, and what it can be. */
import type { SheetFault } from '@/api/sheets'
import { isKey, language, t } from '@/app/words'

export function attributeOf({ kind, detail }: SheetFault): string {
  if (kind === 'attribute-unknown') return t('sheet-fault.attribute-unknown', { name: detail })
  const [zh = '', en = '', type = '', choices = '', englishChoices = ''] = detail.split('|')
  const chinese = language.value === 'zh'
  const key = `sheet-attribute.${type}`
  const allowed = isKey(key) ? t(key, { values: chinese ? choices : englishChoices }) : ''
  return t(kind === 'attribute-missing' ? 'sheet-fault.attribute-missing' : 'sheet-fault.attribute-value', { name: chinese ? zh : en, allowed })
}
