// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_rows/find_json_rows.h"
#include "json_rows/json_row_stream.h"
#include "memory_stream.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

/// Where the rows are, and then each.
QByteArray rowsOf(const QByteArray &text, qsizetype pieceBytes = 4096)
{
    const auto rows = findJsonRows(text);
    if (!rows)
        return "! " + rows.error().english().toUtf8();
    if (!*rows)
        return "lines";
    JsonRowStream stream(std::make_unique<MemoryStream>(text, pieceBytes), **rows);
    return "/" + QByteArrayList((*rows)->path.begin(), (*rows)->path.end()).join('/')
        + ((*rows)->areKeyedByTime ? "@" : "") + "\n" + readAllOf(stream);
}

} // namespace

class JsonRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void cutAnywhere();
};

void JsonRowsTest::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rows");
    const auto is = [](const char *name, const char *text, const char *rows) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(rows);
    };
    is("nothing", "", "lines");
    is("no JSON", "time,price\n1,2\n", "lines");
    is("an object a line", "{\"time\":1,\"price\":2}\n{\"time\":2,\"price\":2}\n", "lines");
    is("our own bars", R"({"time":1,"quotes":[{"symbol":"A","price":2}]})", "lines");
    is("messages before rows", "{\"type\":\"ok\",\"data\":[{\"a\":1}]}\n{\"time\":2,\"price\":2}\n", "lines");
    is("a list", R"([{"time":1,"price":2},{"time":2,"price":3}])",
       "/\n{\"time\":1,\"price\":2}\n{\"time\":2,\"price\":3}\n");
    is("written for people", "{\n  \"time\": 1,\n  \"price\": \"a b\"\n}\n{ \"time\": 2 }",
       "/\n{\"time\":1,\"price\":\"a b\"}\n{\"time\":2}\n");
    is("arrays", "[[1, \"2.0\", null],\n [2, 3, -4e5]]", "/\n1,\"2.0\",null\n2,3,-4e5\n");
    is("an array a line", "[1,2,3]\n[4,5,6]\n", "/\n1,2,3\n4,5,6\n");
    is("lists a line", "[{\"ev\":\"T\"},{\"ev\":\"Q\"}]\n[{\"ev\":\"T\"}]\n",
       "/\n{\"ev\":\"T\"}\n{\"ev\":\"Q\"}\n{\"ev\":\"T\"}\n");
    is("empty lists", "[[], [1,2], []]", "/\n1,2\n");
    is("escapes in an array", R"([["a\"b","BTC\/USDT","\\"]])", "/\n\"a\"\"b\",\"BTC/USDT\",\"\\\"\n");
    is("brackets in texts", R"([{"time":1,"a":"]}"},["]",1]])", "/\n{\"time\":1,\"a\":\"]}\"}\n\"]\",1\n");
    is("under a key", R"({"ticker":"A","count":2,"results":[{"t":1,"c":2},{"t":2,"c":3}],"ok":true})",
       "/results\n{\"t\":1,\"c\":2}\n{\"t\":2,\"c\":3}\n");
    is("under keys", R"({"error":[],"result":{"XXBTZUSD":[[1,"2","3"],[2,"3","4"]],"last":"5"}})",
       "/result/XXBTZUSD\n1,\"2\",\"3\"\n2,\"3\",\"4\"\n");
    is("a key in each message",
       "{\"type\":\"ping\"}\n{\"data\":[{\"p\":1,\"t\":2}],\"type\":\"trade\"}\n{\"data\":[{\"p\":2,\"t\":3}]}\n",
       "/data\n{}\n{\"p\":1,\"t\":2}\n{\"p\":2,\"t\":3}\n");
    is("an object in each message",
       "{\"stream\":\"a\",\"data\":{\"time\":1,\"x\":{\"y\":[1]}}}\n{\"stream\":\"a\",\"data\":{\"time\":2}}\n",
       "/data\n{\"time\":1,\"x\":{\"y\":[1]}}\n{\"time\":2}\n");
    is("by time",
       R"({"Meta Data":{"1":"x"},"Series":{"2024-01-02 16:00:00":{"1. open":"2"},"2024-01-03 16:00:00":{"1. open":"3"}}})",
       "/Series@\n{\"time\":\"2024-01-02 16:00:00\",\"1. open\":\"2\"}\n{\"time\":\"2024-01-03 16:00:00\",\"1. "
       "open\":\"3\"}\n");
    is("line ends in texts and keys", "{\"S\":{\"2024-01-02\":{\"a\":\"b\r\nc\"},\"2024-01-03\n\":{\"a\":\"\"}}}",
       "/S@\n{\"time\":\"2024-01-02\",\"a\":\"b  c\"}\n{\"time\":\"2024-01-03 \",\"a\":\"\"}\n");
    is("two lists", R"({"bars":{"AAPL":[{"t":1}],"MSFT":[{"t":1}]}})",
       "! The file has several lists of rows, \"AAPL\" and \"MSFT\" among them. Keep one of them, as one object per "
       "line.");
    is("columns as lists", R"({"t":[1,2],"c":[3,4]})", "lines");
    is("scalars in a list", R"([{"t":1},5,"x",null,{"t":2}])", "/\n{\"t\":1}\n5\n\"x\"\nnull\n{\"t\":2}\n");
    is("cut in a row", R"([{"t":1},{"t":)",
       "/\n{\"t\":1}\n{\"t\":! The JSON text ends in the middle: a bracket is not closed.");
    is("closed too often", "[[1,2]]]\n",
       "/\n1,2\n! The JSON text is damaged: a bracket is closed that was not opened.");
    is("a key is missing", R"({"data":[{"t":1}],5})",
       "/data\n{\"t\":1}\n! The JSON text is damaged: a key is missing.");
    is("lists in lists", "[[[[[[[[[[[[[[[[[[[1]", "/\n! The JSON text has lists in lists, more than 16.");
}

void JsonRowsTest::rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, rows);
    for (const qsizetype pieceBytes : {1, 5, 4096})
        QCOMPARE(rowsOf(text, pieceBytes), rows);
}

/// The second list comes where nobody looked any more.
void JsonRowsTest::cutAnywhere()
{
    const QByteArray text = R"({"a":"x","data":[{"t":1,"p":"]\"}"},[1,2]],"more":[[3]]})";
    for (qsizetype size = 0; size <= text.size(); ++size)
        (void)rowsOf(text.first(size), 3);
    JsonRowStream stream(std::make_unique<MemoryStream>(text), JsonRows{{"data"}, false});
    QCOMPARE(readAllOf(stream),
             "{\"t\":1,\"p\":\"]\\\"}\"}\n1,2\n! The file has several lists of rows, \"data\" and \"more\" among them. "
             "Keep one of them, as one object per line.");
}

TICKER_TEST(JsonRowsTest)
#include "tst_json_rows.moc"
