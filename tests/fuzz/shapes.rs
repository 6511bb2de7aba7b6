//! Inputs of one piece over and over, by which what reads them could be made to take more
//! time or memory than they are worth.

/// A target, what comes before, what is repeated (`§` is the number of the repetition), and
/// what comes after.
pub(super) struct Shape(
    pub(super) &'static str,
    &'static str,
    &'static str,
    &'static str,
);

impl Shape {
    /// An input of about so many bytes.
    pub(super) fn of_length(&self, bytes: usize) -> String {
        let Self(_, before, piece, after) = self;
        let mut input = String::with_capacity(bytes + piece.len());
        input.push_str(before);
        let numbered = piece.contains('§');
        for number in 0.. {
            if input.len() + after.len() >= bytes {
                break;
            }
            match numbered {
                true => input.push_str(&piece.replace('§', &number.to_string())),
                false => input.push_str(piece),
            }
        }
        input.push_str(after);
        input
    }

    /// What it is, in a message.
    pub(super) fn name(&self) -> String {
        let Self(target, before, piece, after) = self;
        format!("{target} {before}{piece}…{after}")
    }
}

/// All shapes.
pub(super) const SHAPES: &[Shape] = &[
    Shape("ron", "", "(", ""),
    Shape("ron", "", "[", ""),
    Shape("ron", "", "/*", ""),
    Shape("ron", "", "// x\n", ""),
    Shape("ron", "Entry(text: \"", "가\\n", "\")"),
    Shape("ron", "Entry(text: \"", "a\"b", "\")"),
    Shape("ron", "Entry(text: \"", "두 세계 ", "\")"),
    Shape("ron", "Entry(text: ", "r#\"", ""),
    Shape("ron", "Entry(", "x: 1, ", "text: \"a\")"),
    Shape("ron", "Entry(", "text: \"a\", ", ")"),
    Shape("ron", "Entries(entries: [", "0,", "])"),
    Shape("ron", "Entries(entries: [", "Entry(),", "])"),
    Shape("ron", "Entries(entries: [", "Entry(text: 3),", "])"),
    Shape(
        "ron",
        "Entries(entries: [",
        "Entry(id: \"a\", text: \"세계\"),",
        "])",
    ),
    Shape(
        "ron",
        "Entries(entries: [",
        "(id: \"a§\", text: \"두 세계\"),",
        "])",
    ),
    Shape("ron", "Entry(text: \"a\", tags: [", "\"\",", "])"),
    Shape("ron", "Entry(text: \"a\", tags: [", "\"없다\",", "])"),
    Shape("ron", "Entry(text: \"a\", chapters: [", "§,", "])"),
    Shape("ron", "Vocabulary(concepts: [", "Concept(id: \"a\"),", "])"),
    Shape("ron", "Vocabulary(concepts: [", "(id: \"a§\"),", "])"),
    Shape(
        "ron",
        "Vocabulary(concepts: [",
        "(id: \"a§\", label: \"이름§\"),",
        "])",
    ),
    Shape(
        "ron",
        "Vocabulary(concepts: [",
        "(id: \"a§\", label: \"이름\"),",
        "])",
    ),
    Shape(
        "ron",
        "Vocabulary(concepts: [",
        "(id: \"a§\", broader: [\"a0\"]),",
        "])",
    ),
    Shape(
        "ron",
        "Vocabulary(concepts: [(id: \"a\", aliases: [",
        "\"이름\",",
        "])])",
    ),
    Shape(
        "ron",
        "Vocabulary(concepts: [(id: \"a\", aliases: [",
        "\"이름§\",",
        "])])",
    ),
    Shape(
        "ron",
        "Vocabulary(concepts: [(id: \"a\", broader: [",
        "\"없다§\",",
        "])])",
    ),
    Shape(
        "ron",
        "Vocabulary(dismissed: [",
        "\"말§\",",
        "], concepts: [])",
    ),
    Shape(
        "ron",
        "Book(id: \"c\", title: \"책\", outline: [",
        "Chapter(id: §),",
        "])",
    ),
    Shape(
        "ron",
        "Book(id: \"c\", title: \"책\", outline: [",
        "Chapter(id: \"a\"),",
        "])",
    ),
    Shape(
        "ron",
        "Book(id: \"c\", title: \"책\", outline: [",
        "Part(id: \"p§\", chapters: [Chapter(id: §)]),",
        "])",
    ),
    Shape(
        "ron",
        "Book(id: \"c\", title: \"책\", authors: [",
        "\"a\",",
        "])",
    ),
    Shape(
        "ron",
        "Library(queries: [",
        "(name: \"a§\", query: \"AWS\"),",
        "])",
    ),
    Shape(
        "ron",
        "Library(queries: [",
        "(name: \"a\", query: \"AWS\"),",
        "])",
    ),
    Shape("ron", "Library(allow: [", "\"W351\",", "])"),
    Shape("ron", "Entry（", "“ ”，", "）"),
    Shape("ron", "", "\u{3000}", ""),
    Shape("markdown", "", "[[AWS]] #세계 ", ""),
    Shape("markdown", "", "[[없다§]] ", ""),
    Shape("markdown", "", "#태그§ ", ""),
    Shape("markdown", "", "# 가§\n\n글 #a\n", ""),
    Shape("markdown", "---\nsplit: 2\n---\n", "## 가\n[[AWS]]\n", ""),
    Shape("markdown", "---\nsplit: 2\n---\n", "## 가§\n글\n", ""),
    Shape(
        "markdown",
        "---\nsplit: 2\ntags: [가, 나]\n---\n#다 #라\n",
        "## §\n",
        "",
    ),
    Shape("markdown", "---\ntags: [", "a, ", "a]\n---\n"),
    Shape("markdown", "---\ntags: [", "a§, ", "a]\n---\n"),
    Shape("markdown", "---\ntags: ", "a§, ", "a\n---\n"),
    Shape("markdown", "---\ntags:\n", "- a§\n", "---\n"),
    Shape("markdown", "---\nconcepts: [", "세계§, ", "a]\n---\n"),
    Shape(
        "markdown",
        "---\nkind: concept\naliases: [",
        "이름§, ",
        "a]\n---\n",
    ),
    Shape(
        "markdown",
        "---\nkind: concept\nbroader: [",
        "이름§, ",
        "a]\n---\n",
    ),
    Shape("markdown", "---\na: ", "[", "\n---\n"),
    Shape("markdown", "---\na: ", "{a: ", "\n---\n"),
    Shape("markdown", "---\n", "a§: &a [*a, *a]\n", "---\n"),
    Shape("markdown", "---\n", "a: b\n", "---\n"),
    Shape("markdown", "---\ntitle:\n", " a\n", "---\n"),
    Shape("markdown", "", "tags:: a§\n", ""),
    Shape("markdown", "", "> ", ""),
    Shape("markdown", "", "- ", ""),
    Shape("markdown", "", "* 가\n  ", ""),
    Shape("markdown", "", "**", ""),
    Shape("markdown", "", "*가 _나", ""),
    Shape("markdown", "", "[", ""),
    Shape("markdown", "", "[가](", ""),
    Shape("markdown", "", "![[", ""),
    Shape("markdown", "", "<!-- ", ""),
    Shape("markdown", "", "<b>", ""),
    Shape("markdown", "", "`", ""),
    Shape("markdown", "", "```\n가\n", ""),
    Shape("markdown", "", "[가§][나§]\n\n[나§]: a.md\n\n", ""),
    Shape("markdown", "[나]: a.md\n\n", "[가][나] ", ""),
    Shape("markdown", "", "[^§]: 가\n", ""),
    Shape("markdown", "|", "a|", "\n|-|\n"),
    Shape("markdown", "|a|b|\n|-|-|\n", "|[[가\\|나]]|#다|\n", ""),
    Shape("markdown", "", "%%", ""),
    Shape("markdown", "", "((", ""),
    Shape("markdown", "", "{{", ""),
    Shape("markdown", "", "가 ^b§\n\n", ""),
    Shape("exchange", "", "<http://a/b>\t이름\n", ""),
    Shape("exchange", "", "<http://a/§>\t이름\n", ""),
    Shape("exchange", "", "<http://a/b>\t이름§\n", ""),
    Shape("exchange", "label\treplace by\n", "a§\tb\n", ""),
    Shape("exchange", "label\treplace by\n", "a§\tb§\n", ""),
    Shape("exchange", "", "＊이름§\n가 | 나\n", ""),
    Shape("exchange", "", "*a\nb§\n", ""),
    Shape("exchange", "*a\n", "b | ", ""),
    Shape("exchange", "*a\n", "( ", ""),
    Shape(
        "exchange",
        SKOS,
        "ex:a§ skos:prefLabel \"이름§\"@ko .\n",
        "",
    ),
    Shape(
        "exchange",
        SKOS,
        "ex:a§ skos:prefLabel \"이름\"@ko ; skos:broader ex:a0 .\n",
        "",
    ),
    Shape("exchange", SKOS, "ex:a skos:altLabel \"이름§\"@ko .\n", ""),
    Shape("exchange", SKOS, "[ skos:broader ", ""),
    Shape("exchange", SKOS, "( ", ""),
    Shape(
        "exchange",
        JSON_LD,
        "{\"@id\": \"http://a/§\", \"skos:prefLabel\": \"이름§\"},",
        "{}]}",
    ),
    Shape("exchange", "", "{\"a\":", ""),
    Shape("exchange", "", "[", ""),
    Shape(
        "exchange",
        BOOKS,
        "{\"id\": \"c§\", \"language\": \"ko\", \"title\": {\"ko\": \"책\"}},",
        BOOKS_END,
    ),
    Shape("exchange", CHAPTERS, "{\"id\": \"§\"},", CHAPTERS_END),
    Shape("exchange", PARTS, "{\"id\": \"p§\"},", PARTS_END),
    Shape(
        "exchange",
        CONCEPTS,
        "{\"id\": \"a§\", \"label\": {\"ko\": \"이름§\"}},",
        CONCEPTS_END,
    ),
    Shape(
        "exchange",
        ENTRIES,
        "{\"book\": \"b\", \"id\": \"e§\", \"title\": \"글\", \"text\": \"글\"},",
        ENTRIES_END,
    ),
    Shape("import", "전체 글 1\n", "12/30- 3 (p4)\n", ""),
    Shape("import", "전체 글 1\n", "12/30- Day 3 (p44~31)\n", ""),
    Shape("import", "전체 글 1\n", "카테고리 없음 2023.12.30\n", ""),
    Shape("import", "", "\n", ""),
    Shape(
        "import",
        RSS,
        "<item><title>글§</title><link>http://a/§</link><description>가</description></item>",
        RSS_END,
    ),
    Shape("import", RSS, "<item>", RSS_END),
    Shape(
        "import",
        ATOM,
        "<entry><title>글</title><id>§</id><content type=\"html\">&lt;p&gt;가</content></entry>",
        "</feed>",
    ),
    Shape("import", "", "<a>", ""),
    Shape(
        "import",
        "<!DOCTYPE a [",
        "<!ENTITY a§ \"&a0;&a0;\">",
        "]><feed>&a1;</feed>",
    ),
    Shape(
        "import",
        "",
        "책 (나)\n- Your Highlight on page 1 | location §-9 | Added on Sunday, 18 February 2018 22:30:47\n\n글\n==========\n",
        "",
    ),
    Shape(
        "import",
        "",
        "책§ (나)\n- Your Note on page 1 | location 9\n\n글\n==========\n",
        "",
    ),
    Shape(
        "import",
        "",
        "책 (나)\n- Your Highlight on page 1 | location 5-9\n\n글\n==========\n",
        "",
    ),
    Shape(
        "import",
        NOTEBOOK,
        "<div class=\"noteHeading\">Highlight (<span>blue</span>) - Page 12</div><div class=\"noteText\">글§</div>\n",
        "",
    ),
    Shape("import", NOTEBOOK, "<div class=\"noteHeading\">", ""),
    Shape("import", READWISE, "글§,책,나\n", ""),
    Shape("import", READWISE, "글,책§,나\n", ""),
    Shape("import", READWISE, "\"", ""),
    Shape(
        "import",
        "{\"count\": 1, \"results\": [",
        "{\"user_book_id\": §, \"title\": \"책\", \"highlights\": [{\"id\": §, \"text\": \"글\"}]},",
        "{}]}",
    ),
    Shape(
        "import",
        "{\"count\": 1, \"results\": [{\"user_book_id\": 1, \"title\": \"책\", \"highlights\": [",
        "{\"id\": §, \"text\": \"글\"},",
        "{}]}]}",
    ),
    Shape(
        "import",
        KOREADER,
        "{\"page\": §, \"time\": 1, \"text\": \"글\"},",
        "{}]}",
    ),
    Shape(
        "import",
        "{\"documents\": [",
        "{\"title\": \"책§\", \"entries\": [{\"page\": 1, \"text\": \"글\"}]},",
        "{}]}",
    ),
    Shape(
        "import",
        "return { [\"annotations\"] = {",
        "{ [\"page\"] = §, [\"text\"] = \"글\" },",
        "} }",
    ),
    Shape("import", "return ", "{", ""),
    Shape(
        "import",
        "return { [\"bookmarks\"] = {",
        "{ [\"notes\"] = \"글§\", [\"page\"] = 9, [\"text\"] = \"나\" },",
        "} }",
    ),
    Shape(
        "import",
        "# 책\n##### 나\n\n",
        "### Page § @ 01 March 2022 05:19:00 PM\n글\n\n",
        "",
    ),
    Shape(
        "import",
        "{\"total\": 1, \"rows\": [",
        "{\"id\": \"§\", \"uri\": \"u\", \"text\": \"글\"},",
        "{}]}",
    ),
    Shape(
        "import",
        "{\"total\": 1, \"rows\": [",
        "{\"id\": \"§\", \"uri\": \"u§\", \"text\": \"글\"},",
        "{}]}",
    ),
    Shape(
        "import",
        "{\"type\":\"calibre_annotation_collection\",\"annotations\":[",
        "{\"book_id\":§,\"uuid\":\"§\",\"type\":\"highlight\",\"highlighted_text\":\"글\"},",
        "{}]}",
    ),
    Shape(
        "import",
        "",
        "- 글\n  ls-type:: annotation\n  hl-page:: 8\n  id:: §\n\t- 나\n",
        "",
    ),
    Shape(
        "import",
        "Book Id,Title,Author,My Review\n",
        "§,책§,나,글\n",
        "",
    ),
    Shape(
        "import",
        "Book,Author,Note,Date\n",
        "책§,나,글,2023-10-27\n",
        "",
    ),
    Shape(
        "import",
        "Book,Author,Note,Tags\n",
        "책,나,글§,\"가, 나\"\n",
        "",
    ),
    Shape("import", "", "a,", "\n"),
    Shape("query", "", "(", ""),
    Shape("query", "AWS", " OR AWS", ""),
    Shape("query", "AWS", " OR 말§", ""),
    Shape("query", "AWS", " AND AWS", ""),
    Shape("query", "", "NOT ", "AWS"),
    Shape("query", "\"", "가 ", "\""),
    Shape("query", "", "AWS ~5 ", "AWS"),
    Shape("matcher", "두 세계\n", "두 세계", ""),
    Shape("matcher", "aa\n", "a", ""),
    Shape("matcher", "세계\n", "세계에서는의 ", ""),
    Shape("matcher", "가\n", "가-", ""),
];

const SKOS: &str = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <http://example.org/> .
";
const JSON_LD: &str =
    "{\"@context\": {\"skos\": \"http://www.w3.org/2004/02/skos/core#\"}, \"@graph\": [";
const RSS: &str = "<rss version=\"2.0\"><channel><title>블로그</title><link>http://a</link>";
const RSS_END: &str = "</channel></rss>";
const ATOM: &str = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>글</title><id>u</id>";
const NOTEBOOK: &str = "<html><body><div class=\"bookTitle\">책</div>\n";
const READWISE: &str = "Highlight,Book Title,Book Author\n";
const KOREADER: &str = "{\"title\": \"책\", \"author\": \"나\", \"created_on\": 1, \"entries\": [";
const BOOKS: &str = "{\"schema\":\"bookgraph.library/1\",\"books\":[";
const BOOKS_END: &str = "{\"id\": \"z\", \"language\": \"ko\", \"title\": {\"ko\": \"끝\"}}],
\"concepts\": [], \"entries\": []}";
const CHAPTERS: &str = "{\"schema\":\"bookgraph.library/1\",\"books\":[{\"id\": \"z\",
\"language\": \"ko\", \"title\": {\"ko\": \"끝\"}, \"chapters\": [";
const CHAPTERS_END: &str = "{\"id\": \"z\"}]}], \"concepts\": [], \"entries\": []}";
const PARTS: &str = "{\"schema\":\"bookgraph.library/1\",\"books\":[{\"id\": \"z\",
\"language\": \"ko\", \"title\": {\"ko\": \"끝\"}, \"parts\": [";
const PARTS_END: &str = "{\"id\": \"z\"}]}], \"concepts\": [], \"entries\": []}";
const CONCEPTS: &str = "{\"schema\":\"bookgraph.library/1\",\"books\":[], \"entries\": [],
\"concepts\": [";
const CONCEPTS_END: &str = "{\"id\": \"z\"}]}";
const ENTRIES: &str = "{\"schema\":\"bookgraph.library/1\",\"books\":[{\"id\": \"b\",
\"language\": \"ko\", \"title\": {\"ko\": \"책\"}}], \"concepts\": [], \"entries\": [";
const ENTRIES_END: &str = "{\"book\": \"b\", \"id\": \"z\", \"title\": \"끝\", \"text\": \"끝\"}]}";
