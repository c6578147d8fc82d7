import { createApp } from 'vue'
import '@/design/tokens.css'
import '@/design/base.css'
import '@/design/theme'
import { knowMe } from '@/identity/useMe'
import App from './App.vue'
import { again, reloadOnce } from './renewal'
import { router } from './router'
import { learn } from './words'

void knowMe()
void learn().then(open, wordless)
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'))
}

function open(): void {
  createApp(App).use(router).mount('#app')
}
/** Without words there is nothing to show, not even an excuse. */
function wordless(): void {
  window.addEventListener('online', again)
  reloadOnce()
}
