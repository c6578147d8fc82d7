import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const server = process.env.KANMAI_SERVER ?? 'http://127.0.0.1:8080'
const served = ['/api', '/media', '/pictures', '/avatars', '/openapi.json', '/actuator']

// The server sends a Content-Security-Policy without unsafe-inline: nothing may be inlined into index.html.
export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: server, changeOrigin: false }])) },
  build: { outDir: 'dist', assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 600 },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], setupFiles: ['tests/learnt.ts'] },
})
