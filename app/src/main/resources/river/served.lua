-- Notes what viewers were served, each with the moment, and forgets what they were served long ago.
-- KEYS: one set a viewer. ARGV: now, the oldest moment to keep, the seconds to keep a set that nobody
-- adds to; then for each key how many works it gets, and these.
local at = 4
for _, key in ipairs(KEYS) do
  local works = tonumber(ARGV[at])
  for each = at + 1, at + works do
    redis.call('zadd', key, ARGV[1], ARGV[each])
  end
  redis.call('zremrangebyscore', key, 0, ARGV[2])
  redis.call('expire', key, ARGV[3])
  at = at + works + 1
end
