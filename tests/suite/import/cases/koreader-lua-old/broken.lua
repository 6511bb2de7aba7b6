local t = 1
