return {
    ["bookmarks"] = {
        [1] = {
            ["chapter"] = "Economy",
            ["datetime"] = "2021-03-08 22:52:57",
            ["highlighted"] = true,
            ["notes"] = "Our life is frittered away by detail.",
            ["page"] = 91,
            ["text"] = "Mine, too. Every day.",
        },
        [2] = {
            ["datetime"] = "2021-03-09 08:00:00",
            ["highlighted"] = true,
            ["notes"] = "An honest man has hardly need to count.",
            ["page"] = 92,
            ["text"] = "Page 92 An honest man has hardly need to count. @ 2021-03-09 08:00:00",
        },
        [3] = { ["datetime"] = "2021-03-10 08:00:00", ["notes"] = "in Economy", ["page"] = 95, },
    },
    ["highlight"] = {
        [91] = {
            [1] = {
                ["chapter"] = "Economy",
                ["datetime"] = "2021-03-08 22:52:57",
                ["drawer"] = "lighten",
                ["text"] = "Our life is frittered away by detail.",
            },
        },
        [92] = {
            [1] = { ["datetime"] = "2021-03-09 08:00:00", ["drawer"] = "lighten", ["text"] = "An honest man has hardly need to count.", },
        },
    },
    ["stats"] = { ["authors"] = "Henry David Thoreau", ["title"] = "Walden", },
}
