-- The rolling window of one caller, as limits.RollingWindow is in memory. Before this stands where `clock` comes from, in
-- microseconds. The key is the list of the instants of admitted calls, oldest first; those that have left the window are
-- removed when a call is admitted, so a call that is refused, or only looks, writes nothing.
-- ARGV: the limit, and 'admit' or 'peek'. Returns whether there is room, the calls left, the clock, and when the next slot frees.
local key = KEYS[1]
local limit = tonumber(ARGV[1])
local length = 60000000

local size = redis.call('LLEN', key)
local function leaves(index)
  return tonumber(redis.call('LINDEX', key, index)) + length
end

-- A clock that steps back is read as standing still.
local now = clock
if size > 0 then
  now = math.max(clock, leaves(-1) - length)
end

-- How many have left the window: mostly none, else found by halving, for they are in order.
local left = 0
if size > 0 and leaves(0) <= now then
  local low, high = 1, size
  while low < high do
    local middle = math.floor((low + high) / 2)
    if leaves(middle) <= now then
      low = middle + 1
    else
      high = middle
    end
  end
  left = low
end

local counted = size - left
local room = counted < limit
if room and ARGV[2] == 'admit' then
  if left > 0 then
    redis.call('LTRIM', key, left, -1)
    left = 0
  end
  redis.call('RPUSH', key, string.format('%.0f', now))
  -- A second more than the window: Redis expires by whole milliseconds.
  redis.call('PEXPIRE', key, length / 1000 + 1000)
  counted = counted + 1
end

local free = clock
if counted > 0 then
  free = leaves(left + (room and 0 or counted - limit))
end
return { room and 1 or 0, math.max(0, limit - counted), clock, free }
