// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file_told.h"
#include "ticker_test.h"

#include <QFile>

#include <vector>

using namespace ticker;

namespace {

QByteArray example(const char *name)
{
    QFile file(QStringLiteral(TICKER_EXAMPLES "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// How the bytes of a file become lines, wherever they are cut.
class TickFileBytesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesAreAlike();
    void cutAtEveryByte_data();
    void cutAtEveryByte();
    void longLines();
    void goesOnAnywhere();
};

void TickFileBytesTest::examplesAreAlike()
{
    const auto quotesOf = [](const QByteArray &bytes) {
        TickFileReader reader{TickFileSymbol()};
        reader.append(bytes);
        reader.finish();
        QStringList quotes;
        for (auto line = reader.next(); line && *line; line = reader.next()) {
            for (const TickFileQuote &quote : (*line)->quotes) {
                quotes.append(QStringLiteral("%1 %2 %3 %4")
                                  .arg((*line)->timeNs)
                                  .arg(quote.symbol.toString())
                                  .arg(*quote.prices[0].units(4))
                                  .arg(sizeText(quote.size)));
            }
        }
        return quotes;
    };
    const QStringList csv = quotesOf(example("ticks.csv"));
    QCOMPARE(csv.size(), 12);
    QCOMPARE(csv.first(), QStringLiteral("1767605400000000000 ACME 5124000 120"));
    QCOMPARE(quotesOf(example("ticks.jsonl")), csv);
    const QStringList bars = readAll(example("bars.csv"));
    QCOMPARE(bars.size(), 5);
    QVERIFY(bars.first().endsWith(QStringLiteral(" 1767605400000000000 HEAD 5124000 5131000 5118000 5129000 x4200")));
}

void TickFileBytesTest::cutAtEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("csv") << example("ticks.csv");
    QTest::newRow("jsonl") << example("ticks.jsonl");
    QTest::newRow("bars") << example("bars.csv");
    QTest::newRow("odd") << QByteArray(
        "\xef\xbb\xbf# c\r\n\r\ntime,price\r\n1,\"2\"\r\nx\r\n\xc3\xa4\r\n2,3\r\n1,3\r\n9,");
}

void TickFileBytesTest::cutAtEveryByte()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!bytes.isEmpty());
    const QStringList whole = readAll(bytes);
    QVERIFY(whole.size() > 3);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Told told;
        told.append(bytes.first(cut));
        told.append(bytes.sliced(cut));
        told.finish();
        QCOMPARE(told.texts(), whole);

        // A file that was cut off says the same until then, and at most one thing more.
        const QStringList shortened = readAll(bytes.first(cut));
        QVERIFY(shortened.size() <= whole.size());
        for (qsizetype i = 0; i + 1 < shortened.size(); ++i)
            QCOMPARE(shortened.at(i), whole.at(i));
    }
    Told bytewise;
    for (const char c : bytes)
        bytewise.append(QByteArray(1, c));
    bytewise.finish();
    QCOMPARE(bytewise.texts(), whole);
}

void TickFileBytesTest::longLines()
{
    const QByteArray head("time,price,note\n1,2,");
    const QByteArray longest(TickFileReader::mostLineBytes - 4, 'x'); // beside "1,2,"
    QCOMPARE(readAll(head + longest + "\n2,3,\n").size(), 2);
    const QString error = QStringLiteral("line 2: longer than 65536 bytes");
    for (const QByteArray &end : {QByteArray("x\n2,3,\n"), longest + "\n2,3,\n"}) {
        const QStringList texts = readAll(head + longest + end);
        QCOMPARE(texts.size(), 2);
        QCOMPARE(texts.at(0), error);
        QVERIFY(texts.at(1).startsWith(QStringLiteral("3@%1 ").arg(head.size() + longest.size() + end.size() - 5)));
    }
    QCOMPARE(readAll(head + longest + 'x'), QStringList{error});

    // Of an endless line, nothing is kept; its error comes once.
    Told told;
    told.append(head);
    for (int i = 0; i < 100; ++i)
        told.append(longest);
    told.append("\n3,4,\n");
    QCOMPARE(told.texts().size(), 2);
    QCOMPARE(told.texts().at(0), error);
}

void TickFileBytesTest::goesOnAnywhere()
{
    const QByteArray bytes = example("ticks.csv");
    const QStringList whole = readAll(bytes);
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    reader.append(bytes);
    reader.finish();
    std::vector<TickFileLine> lines;
    for (auto line = reader.next(); line && *line; line = reader.next())
        lines.push_back(**line);
    QCOMPARE(qsizetype(lines.size()), whole.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        reader.restart(lines[i].offset, lines[i].line, lines[i].timeNs);
        reader.append(bytes.sliced(qsizetype(lines[i].offset)));
        const auto line = reader.next();
        QVERIFY(line && *line);
        QCOMPARE(textOf(**line), whole.at(qsizetype(i)));
    }
    // At the start of the file, the header is skipped again.
    reader.restart(0, 1, beforeAllTimes);
    for (const char byte : bytes)
        reader.append({&byte, 1});
    QCOMPARE(textOf(**reader.next()), whole.first());
}

TICKER_TEST(TickFileBytesTest)
#include "tst_tick_file_bytes.moc"
