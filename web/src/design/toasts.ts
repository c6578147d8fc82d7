/** Short messages that pass; at most three at once, each with at most one action. */
import { reactive } from 'vue'

const SHOWN_MILLIS = 4000
const AT_ONCE = 3
export interface Toast { id: number; text: string; tone: 'plain' | 'bad'; action?: { label: string; act: () => void } }
export const toasts = reactive<Toast[]>([])
let next = 1

export function toast(text: string, tone: Toast['tone'] = 'plain', action?: Toast['action']): void {
  const id = next++
  toasts.push({ id, text, tone, action })
  if (toasts.length > AT_ONCE) toasts.shift()
  setTimeout(() => dismiss(id), SHOWN_MILLIS)
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((one) => one.id === id)
  if (at >= 0) toasts.splice(at, 1)
}
