-- in: who may order, by until when; queue: who waits, by ticket; asked: when they asked last; last: the last ticket;
-- known: who was ever let in. Who is inside when nothing is left stays first for as long as they ask.
local inside, queue, asked, last, known = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local buyer, now, hold, patience, room, kept, most =
    ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6], tonumber(ARGV[7])
local MOST_HEADS = 100

redis.call('ZREMRANGEBYSCORE', inside, '-inf', now)
if redis.call('ZSCORE', inside, buyer) then
    if room > 0 then
        return {0, 0, 1}
    end
    redis.call('ZADD', inside, now + hold, buyer)
    return {1, redis.call('ZCARD', inside) + redis.call('ZCARD', queue), 1}
end

local waits = redis.call('ZSCORE', queue, buyer)
if waits or redis.call('ZCARD', queue) < most then
    redis.call('ZADD', asked, now, buyer)
    if not waits then
        redis.call('ZADD', queue, redis.call('INCR', last), buyer)
    end
end

local free = room - redis.call('ZCARD', inside)
for _ = 1, MOST_HEADS do
    if free <= 0 then
        break
    end
    local head = redis.call('ZRANGE', queue, 0, 0)[1]
    if not head then
        break
    end
    local seen = tonumber(redis.call('ZSCORE', asked, head) or '0')
    redis.call('ZREM', queue, head)
    redis.call('ZREM', asked, head)
    if now - seen <= patience then
        redis.call('ZADD', inside, now + hold, head)
        redis.call('SADD', known, head)
        free = free - 1
    end
end

for _, key in ipairs(KEYS) do
    redis.call('EXPIRE', key, kept)
end
if redis.call('ZSCORE', inside, buyer) then
    return {0, 0, 1}
end
local rank = redis.call('ZRANK', queue, buyer) or -2
return {rank + 1, redis.call('ZCARD', queue), redis.call('SISMEMBER', known, buyer)}
