-- we can read Lua syntax here!
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "1장 경제",
            ["color"] = "yellow",
            ["datetime"] = "2024-03-01 22:15:03",
            ["drawer"] = "lighten",
            ["note"] = "정말 그런가? 그렇다.",
            ["page"] = "/body/DocFragment[7]/body/p[3]/text().0",
            ["pageno"] = 31,
            ["pos0"] = "/body/DocFragment[7]/body/p[3]/text().0",
            ["pos1"] = "/body/DocFragment[7]/body/p[3]/text().41",
            ["text"] = "대부분의 사람들은 \
\"조용한 절망\" 속에 산다.",
        },
        [2] = {
            ["datetime"] = "2024-03-02 07:00:00",
            ["page"] = "/body/DocFragment[8]/body/p[1]/text().0",
            ["pageno"] = 44,
            ["text"] = "in 2장",
        },
        [3] = {
            ["datetime"] = "2024-03-02 07:10:00",
            ["drawer"] = "underscore",
            ["pageno"] = 45,
            ["pageref"] = "41",
            ["text"] = "Simplify.",
        },
    },
    ["doc_pages"] = 300,
    ["doc_path"] = "/mnt/onboard/walden.epub",
    ["doc_props"] = {
        ["authors"] = "헨리 데이비드 소로",
        ["title"] = "월든",
    },
    ["percent_finished"] = 0.15,
}
