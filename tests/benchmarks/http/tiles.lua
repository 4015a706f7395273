-- For wrk: asks for one address after the other of a file that has one a line. Every thread begins somewhere else.

local paths = {}
local at = 0

function setup(thread)
  started = (started or 0) + 1
  thread:set("number", started)
end

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = line
  end
  at = (number - 1) * math.floor(#paths / 2)
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br" })
end
