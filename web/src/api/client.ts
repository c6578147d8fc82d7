/** One way to the server: JSON in and out, CSRF on changes, refusals as typed problems, a timeout on every call. */

const TIMEOUT_MILLIS = 15_000

export class Problem extends Error {
  /** `type` is the last part of the problem's type, such as `wrong-credentials`; `offline` and `slow` are ours. */
  constructor(
    readonly type: string,
    readonly status: number,
    readonly title: string,
    readonly fields: Record<string, string> = {},
    readonly body: Record<string, unknown> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(title || type)
  }
}

export function asProblem(cause: unknown): Problem {
  return cause instanceof Problem ? cause : new Problem('unexpected', 0, String(cause))
}

export interface Call { body?: unknown; itemToken?: string | null; signal?: AbortSignal; headers?: Record<string, string>; timeoutMillis?: number }

export const get = <T>(path: string, call?: Call) => ask<T>('GET', path, call)
export const post = <T>(path: string, call?: Call) => ask<T>('POST', path, call)
export const put = <T>(path: string, call?: Call) => ask<T>('PUT', path, call)
export const patch = <T>(path: string, call?: Call) => ask<T>('PATCH', path, call)
export const remove = <T>(path: string, call?: Call) => ask<T>('DELETE', path, call)

async function ask<T>(method: string, path: string, call: Call = {}): Promise<T> {
  const response = await send(method, path, call)
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The bytes of an answer as text, for those who hash it. */
export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  const response = await send('GET', path, { signal })
  if (!response.ok) throw await problemOf(response)
  return response.text()
}

async function send(method: string, path: string, call: Call): Promise<Response> {
  const timeout = AbortSignal.timeout(call.timeoutMillis ?? TIMEOUT_MILLIS)
  try {
    return await fetch(path, {
      method,
      headers: headersOf(method, call),
      body: bodyOf(call.body),
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    })
  } catch (cause) {
    if (call.signal?.aborted) throw cause
    throw new Problem(timeout.aborted ? 'slow' : 'offline', 0, '')
  }
}

function headersOf(method: string, call: Call): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...call.headers }
  if (method !== 'GET') headers['X-CSRF'] = csrf()
  if (call.itemToken) headers['Item-Token'] = call.itemToken
  if (call.body !== undefined && !(call.body instanceof Blob)) headers['Content-Type'] = 'application/json'
  return headers
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  return body instanceof Blob ? body : JSON.stringify(body)
}

export function csrf(): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith('kanmai_csrf='))
  return found ? decodeURIComponent(found.slice('kanmai_csrf='.length)) : ''
}

async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({})) as Record<string, unknown>
  return problem(response.status, response.statusText, body, Number(response.headers.get('Retry-After')) || null)
}

/** The refusal of a request that was sent the old way, for the sake of its progress. */
export function refusalOf(request: XMLHttpRequest): Problem {
  let body: Record<string, unknown> = {}
  try {
    body = JSON.parse(request.responseText) as Record<string, unknown>
  } catch {
    // An error page of a proxy is no JSON: the status says enough.
  }
  return problem(request.status, request.statusText, body, null)
}

function problem(status: number, statusText: string, body: Record<string, unknown>, retryAfter: number | null): Problem {
  const errors = Array.isArray(body.errors) ? body.errors as { field: string; reason: string }[] : []
  const type = typeof body.type === 'string' ? body.type.split('/').pop() ?? '' : ''
  return new Problem(
    type === '' || type === 'blank' || type === 'about:blank' ? `status-${status}` : type,
    status,
    String(body.detail ?? body.title ?? statusText),
    Object.fromEntries(errors.map(({ field, reason }) => [field, reason])),
    body,
    retryAfter,
  )
}

export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
