// Serves the built pages over the invented world, under the server's own Content-Security-Policy.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { answer } from './world.mjs'

const dist = join(import.meta.dirname, '../dist')
const media = process.env.MEDIA ?? join(import.meta.dirname, 'media')
const policy = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; style-src 'self'; script-src 'self'"
const SLOW_MILLIS = 3_000
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.png': 'image/png', '.m3u8': 'application/vnd.apple.mpegurl', '.m4s': 'video/iso.segment', '.mp4': 'video/mp4', '.webmanifest': 'application/manifest+json' }

export async function serve() {
  let mood = 'usual'
  const asked = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://x')
    const path = decodeURIComponent(pathname)
    asked.push(path)
    if (path.startsWith('/api/')) {
      const [status, body] = answer(request.method, path, mood, searchParams)
      response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', 'Set-Cookie': 'kanmai_csrf=x; Path=/' })
      return response.end(JSON.stringify(body))
    }
    const file = path.startsWith('/media/') ? join(media, path.slice(7)) : join(dist, path)
    const found = existsSync(file) && statSync(file).isFile()
    if (!found && (path.startsWith('/media/') || path.startsWith('/assets/'))) return response.writeHead(404).end()
    const sent = found ? file : join(dist, 'index.html')
    response.writeHead(200, { 'Content-Type': types[extname(sent)] ?? 'application/octet-stream', 'Content-Security-Policy': policy })
    setTimeout(() => createReadStream(sent).pipe(response), mood === 'slow' && path.endsWith('.m4s') ? SLOW_MILLIS : 0)
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${server.address().port}`
  return { origin, server, feel: (next) => { mood = next }, calls: (path) => asked.filter((one) => one === path).length }
}
