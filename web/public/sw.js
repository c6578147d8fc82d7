// Keeps the app's shell, and nothing else: what people say, what they watch and what awaits review never enter this cache.
const SHELL = 'kanmai-shell-1'
const ENTRIES = 80
const never = ['/api/', '/media/', '/pictures/', '/avatars/', '/actuator/', '/openapi.json']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(['/', '/mark.svg', '/manifest.webmanifest'])))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin) return
  if (never.some((path) => url.pathname.startsWith(path))) return
  if (event.request.mode === 'navigate') event.respondWith(page(event.request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event.request))
})

async function page(request) {
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await keep('/', fresh.clone())
    return fresh
  } catch {
    return (await caches.match('/')) ?? Response.error()
  }
}

async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await keep(request, fresh.clone())
  return fresh
}

async function keep(request, response) {
  const cache = await caches.open(SHELL)
  await cache.put(request, response)
  const keys = (await cache.keys()).filter((key) => new URL(key.url).pathname.startsWith('/assets/'))
  await Promise.all(keys.slice(0, Math.max(0, keys.length - ENTRIES)).map((key) => cache.delete(key)))
}
