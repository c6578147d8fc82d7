import { createApp } from 'vue'
import '@/design/tokens.css'
import '@/design/base.css'
import '@/design/theme'
import { knowMe } from '@/identity/useMe'
import App from './App.vue'
import { router } from './router'

void knowMe()
createApp(App).use(router).mount('#app')
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'))
}
