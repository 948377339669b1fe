-- Requests of a file, each as often as another, in an order of chance. Called by wrk with:
--   the file: one request a line, its path and (behind a tab) its body
--   the token
--   a prefix of the idempotency keys; none without it
local requests, method, headers, prefix, counter = {}, "GET", {}, nil, 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, body = line:match("^([^\t]*)\t?(.*)$")
    requests[#requests + 1] = { path = path, body = body }
  end
  headers["Authorization"] = "Bearer " .. arguments[2]
  if arguments[3] then
    method = "POST"
    prefix = arguments[3] .. "-" .. number .. "-"
    headers["Content-Type"] = "application/json"
  end
  math.randomseed(number + 1)
end

function request()
  local one = requests[math.random(#requests)]
  if prefix then
    counter = counter + 1
    headers["Idempotency-Key"] = prefix .. counter
    return wrk.format(method, one.path, headers, one.body)
  end
  return wrk.format(method, one.path, headers)
end

function done(summary, latency)
  io.write(string.format("RESULT %.3f %.3f %.3f %d\n",
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
