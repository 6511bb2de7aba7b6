-- How remarkable it is that two concepts are named together: c / (E + 1), where c is
-- their count and E = n(a) n(b) / N what chance alone would give, counted in the same
-- windows: sentences, and entries at 0.35 (N. J. van Eck and L. Waltman, "How to
-- normalize cooccurrence data?", JASIST 60(8), 2009; shrunk by 1).
--
-- Reads: entries, tags, mentions, co_mention_counts (from the script of that name).
-- Gives: a, b, count, expected, weight.
WITH about AS (
    SELECT entry, concept FROM tags WHERE NOT passing
),
entry_sizes AS (
    SELECT entry, count(*) AS concepts FROM about GROUP BY entry
),
entry_windows AS (
    SELECT entries.id AS entry, entries.sentences,
        CASE WHEN coalesce(concepts, 0) <= 12 THEN 0.35e0
            ELSE 0.35e0 * 11 / (concepts - 1) END AS weight
    FROM entries LEFT JOIN entry_sizes ON entry_sizes.entry = entries.id
),
total AS (
    SELECT sum(weight) + sum(sentences) AS windows FROM entry_windows
),
named AS (
    SELECT about.concept, entry_windows.weight
    FROM about JOIN entry_windows ON entry_windows.entry = about.entry
    UNION ALL
    SELECT concept, 1e0 AS weight
    FROM (SELECT DISTINCT entry, sentence, concept FROM mentions WHERE field = 'text') sentences
),
occurrences AS (
    SELECT concept, sum(weight) AS windows FROM named GROUP BY concept
),
pairs AS (
    SELECT co_mention_counts.a, co_mention_counts.b, co_mention_counts.count,
        na.windows * nb.windows / total.windows AS expected
    FROM co_mention_counts
        JOIN occurrences na ON na.concept = co_mention_counts.a
        JOIN occurrences nb ON nb.concept = co_mention_counts.b
        CROSS JOIN total
)
SELECT a, b, count, expected, count / (expected + 1) AS weight
FROM pairs
ORDER BY a, b
