/** A sheet is a step of the history: the back gesture closes the top one, and closing one in another way takes its step back. */
import { onBeforeUnmount, onMounted } from 'vue'

const open: (() => void)[] = []
let settling = false
let listening = false

const steps = () => Number((history.state as { sheets?: number } | null)?.sheets ?? 0)

export function useBack(close: () => void): void {
  onMounted(() => {
    listen()
    open.push(close)
    settle()
  })
  onBeforeUnmount(() => {
    const at = open.indexOf(close)
    if (at >= 0) open.splice(at, 1)
    settle()
  })
}

/** One sheet that takes another's place also takes its step: what counts is how many are open in the end. */
function settle(): void {
  if (settling) return
  settling = true
  setTimeout(() => {
    settling = false
    for (let step = steps() + 1; step <= open.length; step++) history.pushState({ ...history.state, sheets: step }, '')
    if (steps() > open.length) history.go(open.length - steps())
  })
}

function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('popstate', () => {
    const left = steps()
    if (left > open.length) history.go(open.length - left)
    while (open.length > left) open.pop()?.()
  })
}
