-- How often two concepts are named together: 1 for each sentence that names both,
-- and 0.35 for each entry that is about both; less for an entry about more than 12
-- concepts, so that one long entry does not weigh more than many short ones.
--
-- Reads: tags, mentions, concepts (bookgraph export -f parquet).
-- Gives: a, b (a before b in the vocabulary), count, sentences, entries.
WITH about AS (
    -- What is named in passing links nothing but what shares its sentence.
    SELECT entry, concept FROM tags WHERE NOT passing
),
entry_sizes AS (
    SELECT entry, count(*) AS concepts FROM about GROUP BY entry
),
sentences AS (
    SELECT DISTINCT entry, sentence, concept FROM mentions WHERE field = 'text'
),
sentence_sizes AS (
    SELECT entry, sentence, count(*) AS concepts FROM sentences GROUP BY entry, sentence
),
windows AS (
    SELECT about.entry, -1 AS sentence, about.concept,
        CASE WHEN concepts <= 12 THEN 0.35e0 ELSE 0.35e0 * 11 / (concepts - 1) END AS weight
    FROM about JOIN entry_sizes ON entry_sizes.entry = about.entry
    -- A window with more concepts says nothing about any pair.
    WHERE concepts <= 64
    UNION ALL
    SELECT sentences.entry, sentences.sentence, sentences.concept, 1e0 AS weight
    FROM sentences JOIN sentence_sizes
        ON sentence_sizes.entry = sentences.entry AND sentence_sizes.sentence = sentences.sentence
    WHERE concepts <= 64
),
placed AS (
    SELECT windows.entry, windows.sentence, windows.concept, windows.weight, concepts.position
    FROM windows JOIN concepts ON concepts.id = windows.concept
)
SELECT x.concept AS a, y.concept AS b,
    sum(x.weight) AS count,
    sum(CASE WHEN x.sentence >= 0 THEN 1 ELSE 0 END) AS sentences,
    count(DISTINCT x.entry) AS entries
FROM placed x JOIN placed y
    ON x.entry = y.entry AND x.sentence = y.sentence AND x.position < y.position
GROUP BY x.concept, y.concept
ORDER BY a, b
