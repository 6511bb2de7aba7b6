return {
    ["annotations"] = {
        [1] = {
            ["text"] = "끝나지 않는 글
