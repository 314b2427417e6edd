/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields and their values, and NEAR. */

#include "qsa-query.h"

typedef struct
{
  const char *address;
  const char *text;
  const char *expected;
} QueryCase;

static const QueryCase cases[] = {
  /* names, in both keyboards */
  { "field/title", "title:truce", "(word title \"truce\")" },
  { "field/title-arabic", "عنوان:هدنة", "(word title \"هدنة\")" },
  { "field/outlet", "outlet:reuters", "(outlet \"reuters\")" },
  { "field/outlet-arabic", "وسيلة:رويترز", "(outlet \"رويترز\")" },
  { "field/outlet-as-source", "مصدر:رويترز", "(outlet \"رويترز\")" },
  { "field/author", "author:khalil", "(author \"khalil\")" },
  { "field/author-arabic", "كاتب:خليل", "(author \"خليل\")" },
  { "field/speaker", "speaker:minister", "(speaker \"minister\")" },
  { "field/speaker-arabic", "قائل:الوزير", "(speaker \"الوزير\")" },
  { "field/tag", "tag:economy", "(tag \"economy\")" },
  { "field/tag-arabic", "وسم:اقتصاد", "(tag \"اقتصاد\")" },
  { "field/any-case", "Outlet:Reuters TITLE:Truce",
    "(and (outlet \"Reuters\") (word title \"Truce\"))" },
  { "field/arabic-folded", "وسيله:رويترز", "(outlet \"رويترز\")" },
  { "field/arabic-vowelled", "عُنْوان:هدنة", "(word title \"هدنة\")" },
  { "field/arabic-stretched", "عنـوان:هدنة", "(word title \"هدنة\")" },
  { "field/persian-yeh", "تاریخ:2021", "(date 2021-01-01..2021-12-31)" },
  { "field/direction-marks", "\u200fمصدر:\u200fرويترز", "(outlet \"رويترز\")" },
  { "field/direction-mark-before-quote", "مصدر:\u200f\"بي بي سي\"",
    "(outlet \"بي\" \"بي\" \"سي\")" },

  /* values */
  { "field/phrase-title", "عنوان:\"هدنة قريبة\"", "(phrase title \"هدنة\" \"قريبة\")" },
  { "field/phrase-guillemets", "عنوان:«هدنة قريبة»",
    "(phrase title \"هدنة\" \"قريبة\")" },
  { "field/phrase-curly-reversed", "عنوان:”هدنة قريبة“",
    "(phrase title \"هدنة\" \"قريبة\")" },
  { "field/phrase-doubled-marks", "title:\"\"near truce\"\"",
    "(phrase title \"near\" \"truce\")" },
  { "field/phrase-outlet", "outlet:\"harbour times\"", "(outlet \"harbour\" \"times\")" },
  { "field/prefix-title", "عنوان:هدن*", "(word prefix title \"هدن\")" },
  { "field/prefix-outlet", "outlet:reut*", "(outlet prefix \"reut\")" },
  { "field/exact-title", "title:=résumé", "(word surface title \"résumé\")" },
  { "field/exact-phrase-title", "عنوان:=\"هدنة قريبة\"",
    "(phrase surface title \"هدنة\" \"قريبة\")" },
  { "field/printed-title", "عنوان:==«هُدنة»", "(phrase printed title \"هُدنة\")" },
  { "field/exact-means-nothing-to-names", "outlet:=reuters", "(outlet \"reuters\")" },
  { "field/joined-title", "title:covid-19", "(phrase title \"covid\" \"19\")" },
  { "field/domain", "outlet:marsad.example", "(outlet \"marsad\" \"example\")" },
  { "field/punctuation-in-value", "عنوان:هدنة،حرب",
    "(and (word title \"هدنة\") (word title \"حرب\"))" },
  { "field/punctuation-after-value", "مصدر:رويترز، هدنة",
    "(and (outlet \"رويترز\") (word \"هدنة\"))" },
  { "field/keyword-as-value", "title:OR title:NOT title:NEAR",
    "(and (word title \"OR\") (word title \"NOT\") (word title \"NEAR\"))" },
  { "field/dash-in-value", "title:-truce", "(word title \"truce\")" },
  { "field/unclosed-value-runs-to-the-end", "outlet:\"harbour times",
    "(outlet \"harbour\" \"times\")" },

  /* among other things */
  { "field/with-words", "هدنة مصدر:رويترز قريبة",
    "(and (word \"هدنة\") (outlet \"رويترز\") (word \"قريبة\"))" },
  { "field/negated", "هدنة -مصدر:رويترز",
    "(and (word \"هدنة\") (not (outlet \"رويترز\")))" },
  { "field/negated-keyword", "NOT outlet:reuters", "(not (outlet \"reuters\"))" },
  { "field/negated-phrase", "-title:\"near truce\"",
    "(not (phrase title \"near\" \"truce\"))" },
  { "field/alternatives", "outlet:reuters | outlet:bbc",
    "(or (outlet \"reuters\") (outlet \"bbc\"))" },
  { "field/in-group", "(مصدر:رويترز OR كاتب:خليل) هدنة",
    "(and (or (outlet \"رويترز\") (author \"خليل\")) (word \"هدنة\"))" },
  { "field/twice", "title:truce title:war",
    "(and (word title \"truce\") (word title \"war\"))" },

  /* what is no field */
  { "field/needs-value-at-once", "مصدر: رويترز",
    "(and (word \"مصدر\") (word \"رويترز\"))" },
  { "field/needs-value-at-once-latin", "outlet: reuters",
    "(and (word \"outlet\") (word \"reuters\"))" },
  { "field/needs-value-at-once-quoted", "عنوان: \"هدنة قريبة\"",
    "(and (word \"عنوان\") (phrase \"هدنة\" \"قريبة\"))" },
  { "field/space-before-colon", "مصدر :رويترز",
    "(and (word \"مصدر\") (word \"رويترز\"))" },
  { "field/colon-at-the-end", "هدنة مصدر:", "(and (word \"هدنة\") (word \"مصدر\"))" },
  { "field/other-word", "بايدن:سنرد", "(and (word \"بايدن\") (word \"سنرد\"))" },
  { "field/other-word-latin", "minister:soon",
    "(and (word \"minister\") (word \"soon\"))" },
  { "field/name-with-article", "العنوان:هدنة",
    "(and (word \"العنوان\") (word \"هدنة\"))" },
  { "field/name-with-clitic", "والمصدر:هدنة",
    "(and (word \"والمصدر\") (word \"هدنة\"))" },
  { "field/plural", "عناوين:هدنة", "(and (word \"عناوين\") (word \"هدنة\"))" },
  { "field/inside-a-chunk", "«نور»title:truce",
    "(and (phrase \"نور\") (word \"title\") (word \"truce\"))" },
  { "field/behind-another-colon", "x:title:truce",
    "(and (word \"x\") (word \"title\") (word \"truce\"))" },
  { "field/exact-name", "=title:truce",
    "(and (word surface \"title\") (word surface \"truce\"))" },
  { "field/url", "http://marsad.example/a:b",
    "(and (word \"http\") (phrase \"marsad\" \"example\") (word \"a\") (word \"b\"))" },
  { "field/clock", "10:30 ٩:١٥", "(and (phrase \"10\" \"30\") (phrase \"٩\" \"١٥\"))" },
  { "field/in-phrase", "\"مصدر:رويترز\"", "(phrase \"مصدر\" \"رويترز\")" },
  { "field/name-in-marks", "\"title\":truce",
    "(and (phrase \"title\") (word \"truce\"))" },
  { "field/only-colons", "::::", "(all)" },
  { "field/group-as-value", "title:(truce | war)",
    "(and (word \"title\") (or (word \"truce\") (word \"war\")))" },
  { "field/empty-phrase", "title:\"\" truce", "(and (word \"title\") (word \"truce\"))" },
  { "field/punctuation-as-value", "عنوان:… هدنة",
    "(and (word \"عنوان\") (word \"هدنة\"))" },
  { "field/nothing-but-equals", "title:= truce",
    "(and (word \"title\") (word \"truce\"))" },

  /* dates */
  { "date/year", "date:2021", "(date 2021-01-01..2021-12-31)" },
  { "date/month", "تاريخ:2021-07", "(date 2021-07-01..2021-07-31)" },
  { "date/month-one-digit", "date:2021-7", "(date 2021-07-01..2021-07-31)" },
  { "date/month-slash", "date:2021/07", "(date 2021-07-01..2021-07-31)" },
  { "date/month-first", "date:07/2021", "(date 2021-07-01..2021-07-31)" },
  { "date/day", "date:2021-07-05", "(date 2021-07-05..2021-07-05)" },
  { "date/day-slashes", "date:2021/7/5", "(date 2021-07-05..2021-07-05)" },
  { "date/day-first", "تاريخ:5/7/2021", "(date 2021-07-05..2021-07-05)" },
  { "date/day-first-dashes", "date:5-7-2021", "(date 2021-07-05..2021-07-05)" },
  { "date/day-first-dots", "date:5.7.2021", "(date 2021-07-05..2021-07-05)" },
  { "date/arabic-digits", "تاريخ:٢٠٢١-٠٧", "(date 2021-07-01..2021-07-31)" },
  { "date/arabic-digits-day", "تاريخ:٥/٧/٢٠٢١", "(date 2021-07-05..2021-07-05)" },
  { "date/persian-digits", "تاريخ:۲۰۲۱", "(date 2021-01-01..2021-12-31)" },
  { "date/month-name", "date:\"تموز 2021\"", "(date 2021-07-01..2021-07-31)" },
  { "date/month-name-day", "تاريخ:«5 يوليو 2021»", "(date 2021-07-05..2021-07-05)" },
  { "date/month-name-latin", "date:\"July 2021\"", "(date 2021-07-01..2021-07-31)" },
  { "date/range", "date:2020..2021-03", "(date 2020-01-01..2021-03-31)" },
  { "date/range-arabic-digits", "تاريخ:٢٠٢٠..٢٠٢١", "(date 2020-01-01..2021-12-31)" },
  { "date/range-open-start", "date:..2021", "(date ..2021-12-31)" },
  { "date/range-open-end", "date:2020..", "(date 2020-01-01..)" },
  { "date/range-turned", "date:2021..2020", "(date 2020-01-01..2021-12-31)" },
  { "date/range-overlapping", "date:2021..2021-03", "(date 2021-01-01..2021-03-31)" },
  { "date/range-years-with-dash", "تاريخ:٢٠٢٠-٢٠٢١", "(date 2020-01-01..2021-12-31)" },
  { "date/range-with-ellipsis", "date:2020…2021", "(date 2020-01-01..2021-12-31)" },
  { "date/range-three-dots", "date:2020...2021-03", "(date 2020-01-01..2021-03-31)" },
  { "date/range-in-marks", "date:\"تموز 2020 .. آب 2021\"",
    "(date 2020-07-01..2021-08-31)" },
  { "date/after", "after:2021", "(date 2021-01-01..)" },
  { "date/after-arabic", "بعد:2021-07", "(date 2021-07-01..)" },
  { "date/before", "before:2021", "(date ..2021-12-31)" },
  { "date/before-arabic", "قبل:٢٠٢١-٠٢", "(date ..2021-02-28)" },
  { "date/after-and-before", "بعد:2020 قبل:5/7/2021",
    "(and (date 2020-01-01..) (date ..2021-07-05))" },
  { "date/negated", "-date:2021", "(not (date 2021-01-01..2021-12-31))" },
  { "date/comma-after", "تاريخ:2021، هدنة",
    "(and (date 2021-01-01..2021-12-31) (word \"هدنة\"))" },
  { "date/full-stop-after", "date:2021.", "(date 2021-01-01..2021-12-31)" },
  { "date/direction-marks", "date:\u200e2021\u200e-07", "(date 2021-07-01..2021-07-31)" },
  { "date/time-is-dropped", "date:\"2021-07-05 14:30\"",
    "(date 2021-07-05..2021-07-05)" },

  /* values that cannot be read */
  { "bad-date/word", "قبل:الهدنة", "(and (word \"قبل\") (word \"الهدنة\"))" },
  { "bad-date/no-such-day", "date:31/2/2021",
    "(and (word \"date\") (phrase \"31\" \"2\" \"2021\"))" },
  { "bad-date/no-such-month", "date:2021-13",
    "(and (word \"date\") (phrase \"2021\" \"13\"))" },
  { "bad-date/month-alone", "date:07", "(and (word \"date\") (word \"07\"))" },
  { "bad-date/clock", "بعد:10:30", "(and (word \"بعد\") (phrase \"10\" \"30\"))" },
  { "bad-date/two-dots-alone", "date:.. x", "(and (word \"date\") (word \"x\"))" },
  { "bad-date/range-half-read", "date:2020..soon",
    "(and (word \"date\") (word \"2020\") (word \"soon\"))" },
  { "bad-date/range-after", "after:2020..2021",
    "(and (word \"after\") (word \"2020\") (word \"2021\"))" },
  { "bad-date/three-ends", "date:2019..2020..2021",
    "(and (word \"date\") (word \"2019\") (word \"2020\") (word \"2021\"))" },
  { "bad-date/phrase", "before:\"the war\"",
    "(and (word \"before\") (phrase \"the\" \"war\"))" },
  { "bad-date/negated", "-date:soon", "(not (and (word \"date\") (word \"soon\")))" },

  /* states */
  { "is/starred", "is:starred", "(is starred)" },
  { "is/any-case", "IS:Starred", "(is starred)" },
  { "is/starred-arabic", "هو:مميز", "(is starred)" },
  { "is/starred-feminine", "هو:مميّزة", "(is starred)" },
  { "is/starred-as-in-the-window", "هو:\"مميَّزة بنجمة\"", "(is starred)" },
  { "is/read", "is:read", "(is read)" },
  { "is/read-arabic", "هو:مقروء", "(is read)" },
  { "is/read-feminine", "هو:مقروءة", "(is read)" },
  { "is/unread", "is:unread", "(is unread)" },
  { "is/unread-arabic", "هو:غير_مقروء", "(is unread)" },
  { "is/unread-feminine", "هو:غير_مقروءة", "(is unread)" },
  { "is/unread-in-marks", "هو:«غير مقروءة»", "(is unread)" },
  { "is/undated", "is:undated", "(is undated)" },
  { "is/undated-arabic", "هو:بلا_تاريخ", "(is undated)" },
  { "is/negated", "-is:read", "(not (is read))" },
  { "is/comma-after", "is:read, truce", "(and (is read) (word \"truce\"))" },
  { "is/bad-value", "is:good", "(and (word \"is\") (word \"good\"))" },
  { "is/bad-value-arabic", "هو:الرئيس", "(and (word \"هو\") (word \"الرئيس\"))" },
  { "is/half-a-value", "is:star", "(and (word \"is\") (word \"star\"))" },

  /* nearness */
  { "near/distance", "truce NEAR/5 port", "(near 5 (word \"truce\") (word \"port\"))" },
  { "near/arabic", "هدنة قرب/5 ميناء", "(near 5 (word \"هدنة\") (word \"ميناء\"))" },
  { "near/arabic-digits", "هدنة قرب/١٢ ميناء",
    "(near 12 (word \"هدنة\") (word \"ميناء\"))" },
  { "near/lower-case", "truce near/5 port", "(near 5 (word \"truce\") (word \"port\"))" },
  { "near/alone", "truce NEAR port", "(near 10 (word \"truce\") (word \"port\"))" },
  { "near/zero", "truce NEAR/0 port", "(near 0 (word \"truce\") (word \"port\"))" },
  { "near/huge", "truce NEAR/99999999999999999999 port",
    "(near 1000 (word \"truce\") (word \"port\"))" },
  { "near/paragraph", "truce NEAR/p port",
    "(near paragraph (word \"truce\") (word \"port\"))" },
  { "near/paragraph-capital", "truce NEAR/P port",
    "(near paragraph (word \"truce\") (word \"port\"))" },
  { "near/paragraph-arabic", "هدنة قرب/ف ميناء",
    "(near paragraph (word \"هدنة\") (word \"ميناء\"))" },
  { "near/phrases", "\"near truce\" NEAR/5 «new port»",
    "(near 5 (phrase \"near\" \"truce\") (phrase \"new\" \"port\"))" },
  { "near/chain", "a NEAR/5 b NEAR/5 c",
    "(near 5 (word \"a\") (word \"b\") (word \"c\"))" },
  { "near/chain-smallest", "a NEAR/5 b NEAR/3 c قرب/ف d",
    "(near 3 (word \"a\") (word \"b\") (word \"c\") (word \"d\"))" },
  { "near/exact", "=هدنة NEAR/5 =ميناء",
    "(near 5 (word surface \"هدنة\") (word surface \"ميناء\"))" },
  { "near/prefix", "هدن* قرب/5 مينا*",
    "(near 5 (word prefix \"هدن\") (word prefix \"مينا\"))" },
  { "near/joined-word", "كوفيد-19 قرب/5 لقاح",
    "(near 5 (phrase \"كوفيد\" \"19\") (word \"لقاح\"))" },
  { "near/among-words", "x a NEAR/5 b y",
    "(and (word \"x\") (near 5 (word \"a\") (word \"b\")) (word \"y\"))" },
  { "near/closer-than-or", "a NEAR/5 b | c",
    "(or (near 5 (word \"a\") (word \"b\")) (word \"c\"))" },
  { "near/closer-than-or-right", "c OR a NEAR/5 b",
    "(or (word \"c\") (near 5 (word \"a\") (word \"b\")))" },
  { "near/in-group", "-(a NEAR/5 b)", "(not (near 5 (word \"a\") (word \"b\")))" },

  /* what is not near */
  { "near/bare-arabic-is-a-word", "انفجار قرب بغداد",
    "(and (word \"انفجار\") (word \"قرب\") (word \"بغداد\"))" },
  { "near/bare-lower-case-is-a-word", "blast near port",
    "(and (word \"blast\") (word \"near\") (word \"port\"))" },
  { "near/glued", "\"a\"NEAR/5\"b\"",
    "(and (phrase \"a\") (word \"NEAR\") (word \"5\") (phrase \"b\"))" },
  { "near/space-before-number", "a NEAR/ 5 b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word \"b\"))" },
  { "near/no-number", "هدنة قرب/ ميناء",
    "(and (word \"هدنة\") (word \"قرب\") (word \"ميناء\"))" },
  { "near/negative", "a NEAR/-5 b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word \"b\"))" },
  { "near/group", "a NEAR/5 (b c)",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word \"b\") (word \"c\"))" },
  { "near/group-before", "(a b) NEAR/5 c",
    "(and (word \"a\") (word \"b\") (word \"NEAR\") (word \"5\") (word \"c\"))" },
  { "near/field", "a NEAR/5 title:b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word title \"b\"))" },
  { "near/field-before", "title:a NEAR/5 b",
    "(and (word title \"a\") (word \"NEAR\") (word \"5\") (word \"b\"))" },
  { "near/negated", "a NEAR/5 -b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (not (word \"b\")))" },
  { "near/negated-before", "-a NEAR/5 b",
    "(and (not (word \"a\")) (word \"NEAR\") (word \"5\") (word \"b\"))" },
  { "near/not", "a NEAR/5 NOT b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (not (word \"b\")))" },
  { "near/or", "a NEAR/5 | b",
    "(and (word \"a\") (or (and (word \"NEAR\") (word \"5\")) (word \"b\")))" },
  { "near/first", "NEAR/5 a", "(and (word \"NEAR\") (word \"5\") (word \"a\"))" },
  { "near/last", "a NEAR/5", "(and (word \"a\") (word \"NEAR\") (word \"5\"))" },
  { "near/punctuation", "a NEAR/5 … b",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word \"b\"))" },
  { "near/several-words", "a NEAR/5 b،c",
    "(and (word \"a\") (word \"NEAR\") (word \"5\") (word \"b\") (word \"c\"))" },
};

static const QueryCase typing_cases[] = {
  { "field-name", "هدنة outl", "(and (word \"هدنة\") (word prefix typing \"outl\"))" },
  { "field-without-value", "هدنة outlet:", "(word \"هدنة\")" },
  { "field-alone", "مصدر:", "(all)" },
  { "field-negated-without-value", "هدنة -outlet:", "(word \"هدنة\")" },
  { "field-value", "outlet:re", "(outlet prefix typing \"re\")" },
  { "field-value-done", "outlet:reuters ", "(outlet \"reuters\")" },
  { "field-value-star", "outlet:reut*", "(outlet prefix \"reut\")" },
  { "field-value-negated", "-outlet:re", "(not (outlet typing \"re\"))" },
  { "field-value-not-last", "outlet:re هدن",
    "(and (outlet \"re\") (word prefix typing \"هدن\"))" },
  { "field-open-mark", "outlet:\"", "(all)" },
  { "field-empty-marks", "outlet:\"\"", "(all)" },
  { "field-open-phrase", "outlet:\"harbour ti",
    "(outlet prefix typing \"harbour\" \"ti\")" },
  { "field-closed-phrase", "outlet:\"harbour ti\"", "(outlet \"harbour\" \"ti\")" },
  { "title-two-letters", "title:tr", "(word typing title \"tr\")" },
  { "title-three-letters", "عنوان:هدن", "(word prefix typing title \"هدن\")" },
  { "title-negated", "-title:truce", "(not (word typing title \"truce\"))" },
  { "title-open-phrase", "title:\"near tru",
    "(and (word title \"near\") (word prefix typing title \"tru\"))" },
  { "title-negated-several", "-title:a،truce",
    "(not (and (word title \"a\") (word typing title \"truce\")))" },
  { "date-half", "هدنة date:20", "(word \"هدنة\")" },
  { "date-month-half", "هدنة date:2021-1",
    "(and (word \"هدنة\") (date 2021-01-01..2021-01-31))" },
  { "date-arabic-digits-half", "هدنة تاريخ:٢٠", "(word \"هدنة\")" },
  { "date-whole", "date:2021", "(date 2021-01-01..2021-12-31)" },
  { "date-open-phrase", "هدنة تاريخ:\"تمو", "(word \"هدنة\")" },
  { "date-open-phrase-read", "date:\"تموز 2021", "(date 2021-07-01..2021-07-31)" },
  { "is-open-phrase", "هو:\"غير مق", "(all)" },
  { "date-half-and-space", "هدنة date:20 ",
    "(and (word \"هدنة\") (word \"date\") (word \"20\"))" },
  { "date-word", "date:soon", "(and (word \"date\") (word prefix typing \"soon\"))" },
  { "is-half", "هدنة is:st", "(word \"هدنة\")" },
  { "is-half-arabic", "هدنة هو:غير_مق", "(word \"هدنة\")" },
  { "is-whole", "is:read", "(is read)" },
  { "is-bad", "is:xyz", "(and (word \"is\") (word prefix typing \"xyz\"))" },
  { "near-without-operand", "هدنة NEAR/5", "(word \"هدنة\")" },
  { "near-alone-without-operand", "هدنة NEAR ", "(word \"هدنة\")" },
  { "near-arabic-without-operand", "هدنة قرب/ف ", "(word \"هدنة\")" },
  { "near-operand", "هدنة قرب/5 مين",
    "(near 5 (word \"هدنة\") (word prefix typing \"مين\"))" },
  { "near-open-group", "هدنة OR ميناء قرب/5", "(or (word \"هدنة\") (word \"ميناء\"))" },
};

static void
assert_parsed (const QueryCase *test, gboolean while_typing)
{
  g_autoptr (QsaQuery)
      query = qsa_query_parse (test->text, QSA_REACH_DEFAULT, while_typing);
  g_autofree char *line = qsa_query_to_string (query);

  g_assert_cmpstr (line, ==, test->expected);
}

static void
test_case (gconstpointer data)
{
  assert_parsed (data, FALSE);
}

static void
test_typing (gconstpointer data)
{
  assert_parsed (data, TRUE);
}

static void
test_date_keeps_its_precision (void)
{
  g_autoptr (QsaQuery)
      query = qsa_query_parse ("date:\"2021-07-05 14:30\"", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaQuery) year = qsa_query_parse ("date:2020..", QSA_REACH_DEFAULT, FALSE);
  const QsaQueryNode *root = qsa_query_get_root (year);

  g_assert_cmpint (root->from.precision, ==, QSA_DATE_YEAR);
  g_assert_cmpint (root->to.precision, ==, QSA_DATE_NONE);

  root = qsa_query_get_root (query);
  g_assert_cmpint (root->from.precision, ==, QSA_DATE_DAY);
  g_assert_cmpint (root->from.minute, ==, QSA_DATE_NO_MINUTE);
}

static void
test_field_takes_the_reach (void)
{
  g_autoptr (QsaQuery)
      query = qsa_query_parse ("title:a title:=b outlet:c", QSA_REACH_FOLDED, FALSE);
  g_autofree char *line = qsa_query_to_string (query);

  g_assert_cmpstr (
      line, ==,
      "(and (word folded title \"a\") (word surface title \"b\") (outlet \"c\"))");
}

static void
test_equal (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } pairs[] = {
    { "title:a", "عنوان:a", TRUE },
    { "outlet:«a b»", "مصدر:\"a  b\"", TRUE },
    { "date:2021", "date:2021-01-01..2021-12-31", TRUE },
    { "after:2021", "date:2021..", TRUE },
    { "a NEAR b", "a قرب/10 b", TRUE },
    { "is:unread", "هو:غير_مقروء", TRUE },
    { "title:a", "a", FALSE },
    { "title:a", "outlet:a", FALSE },
    { "outlet:a", "author:a", FALSE },
    { "outlet:a", "outlet:b", FALSE },
    { "outlet:a", "outlet:a*", FALSE },
    { "after:2021", "before:2021", FALSE },
    { "after:2021", "after:2021-02", FALSE },
    { "a NEAR/5 b", "a NEAR/6 b", FALSE },
    { "a NEAR/5 b", "a NEAR/p b", FALSE },
    { "a NEAR/5 b", "a b", FALSE },
    { "is:read", "is:unread", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (QsaQuery) a = qsa_query_parse (pairs[i].a, QSA_REACH_DEFAULT, FALSE);
      g_autoptr (QsaQuery) b = qsa_query_parse (pairs[i].b, QSA_REACH_DEFAULT, FALSE);

      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (qsa_query_equal (a, b), ==, pairs[i].equal);
      g_assert_cmpint (qsa_query_equal (b, a), ==, pairs[i].equal);
    }
}

/* Each name of the closed set is read as a field, and no two lists of them drift apart. */
static void
test_names (void)
{
  const char *const *names = qsa_query_get_field_names ();
  guint n_names = 0;

  for (; names[n_names] != NULL; n_names++)
    {
      g_autofree char *text = g_strconcat (names[n_names], "2021", NULL);
      g_autofree char *starred = g_strconcat (names[n_names], "starred", NULL);
      g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
      g_autoptr (QsaQuery) state = qsa_query_parse (starred, QSA_REACH_DEFAULT, FALSE);

      g_test_message ("%s", names[n_names]);
      g_assert_true (qsa_query_get_root (query)->field != QSA_QUERY_FIELD_ANY
                     || qsa_query_get_root (state)->field == QSA_QUERY_FIELD_IS);
    }
  g_assert_cmpuint (n_names, ==, 19);
}

static void
add_cases (const char *prefix, const QueryCase *list, gsize n, GTestDataFunc run)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *address = g_strconcat (prefix, list[i].address, NULL);
      g_test_add_data_func (address, &list[i], run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/model/query/", cases, G_N_ELEMENTS (cases), test_case);
  add_cases ("/model/query/typing/", typing_cases, G_N_ELEMENTS (typing_cases),
             test_typing);
  g_test_add_func ("/model/query/date/precision", test_date_keeps_its_precision);
  g_test_add_func ("/model/query/field/reach", test_field_takes_the_reach);
  g_test_add_func ("/model/query/field/equal", test_equal);
  g_test_add_func ("/model/query/field/names", test_names);
  return g_test_run ();
}
