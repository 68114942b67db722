// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_values/inspection_text.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

FileInspection barsOfTwo()
{
    FileInspection found;
    found.path = QStringLiteral("/data/bars.csv.gz");
    found.plays = FileInspection::Plays::Yes;
    found.form = QStringLiteral("CSV in gzip");
    found.encoding = QStringLiteral("UTF-8");
    found.separator = ';';
    found.point = ',';
    found.headerLine = 4;
    found.columns = {{QStringLiteral("Date"), QStringLiteral("time")},
                     {QStringLiteral("Note"), {}},
                     {QStringLiteral("Close"), QStringLiteral("close")}};
    found.times = FileInspection::Times::Zoneless;
    found.played = FileInspection::Played{FileInspection::Content::Bars,
                                          1'704'187'800'000'000'000,
                                          1'704'187'860'250'000'000,
                                          20'000'000,
                                          {{QStringLiteral("AAPL"), 2, 0}, {QStringLiteral("MSFT"), 2, 0}}};
    found.rowCount = 5'000'000;
    return found;
}

std::vector<InspectionLine> linesOf(const FileInspection &inspection)
{
    std::vector<InspectionLine> lines = verdictLines(inspection);
    for (const InspectionLine &line : inspectionLines(inspection))
        lines.push_back(line);
    return lines;
}

QStringList textOf(const FileInspection &inspection)
{
    QStringList lines;
    for (const InspectionLine &line : linesOf(inspection))
        lines.append(line.label.english() + QLatin1Char('|') + line.text.english());
    return lines;
}

/// The text behind a label.
QString textOf(const FileInspection &inspection, const char *label)
{
    for (const InspectionLine &line : linesOf(inspection)) {
        if (line.label.english() == QLatin1String(label))
            return line.text.english();
    }
    return {};
}

} // namespace

class InspectionTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void all();
    void doesNotPlay();
    void form();
    void bidAndAsk();
    void longLists();
    void times();
    void order();
    void symbols();
    void leftOut();
    void command();
    void otherWords();
};

void InspectionTextTest::all()
{
    const QStringList lines{
        QStringLiteral("Plays|yes"),
        QStringLiteral("Format|CSV in gzip, UTF-8, separated by \";\", decimal comma, header on line 4"),
        QStringLiteral("Content|bars"),
        QStringLiteral("Columns|Date -> time, Close -> close; not used: Note"),
        QStringLiteral("Times|2024-01-02 09:30:00 to 2024-01-02 09:31:00.250 UTC, taken as UTC"),
        QStringLiteral("Rows|5,000,000 (ticks: 20,000,000), in the order of time"),
        QStringLiteral("Symbols|2: AAPL, MSFT; decimals: 2")};
    QCOMPARE(textOf(barsOfTwo()), lines);
}

void InspectionTextTest::doesNotPlay()
{
    FileInspection found;
    found.problem = QStringLiteral("This file does not exist.");
    QCOMPARE(textOf(found), QStringList{QStringLiteral("Plays|no: This file does not exist.")});
    found = barsOfTwo();
    found.plays = FileInspection::Plays::InPart;
    found.problem = QStringLiteral("line 9: price: missing");
    found.doubt = QStringLiteral("its times are odd");
    QCOMPARE(textOf(found, "Plays"), QStringLiteral("in part: line 9: price: missing"));
    QCOMPARE(textOf(found, "In doubt"), QStringLiteral("its times are odd"));
}

void InspectionTextTest::form()
{
    FileInspection found = barsOfTwo();
    found.separator = '\t';
    found.point = '.';
    found.headerLine = 0;
    QCOMPARE(textOf(found, "Format"), QStringLiteral("CSV in gzip, UTF-8, separated by tabs, no header"));
    found.form = QStringLiteral("JSON Lines");
    found.separator = '\0';
    QCOMPARE(textOf(found, "Format"), QStringLiteral("JSON Lines, UTF-8"));
}

/// The option names the column that the file has.
void InspectionTextTest::bidAndAsk()
{
    FileInspection found = barsOfTwo();
    found.played->content = FileInspection::Content::Quotes;
    const auto text = [&](const char *column) {
        found.columns = {{QString::fromLatin1(column), QStringLiteral("bid")}};
        return textOf(found, "Content");
    };
    QCOMPARE(text("BidPrice"),
             QStringLiteral("bid and ask; their mean is played (--columns price=BidPrice plays the bid)"));
    QVERIFY(text("<BID>").contains(QLatin1String("(--columns 'price=<BID>' plays")));
    QVERIFY(text("bid, in $").contains(QLatin1String("(--columns 'price=\"bid, in $\"' plays")));
    QCOMPARE(columnItem(QStringLiteral("bid"), QStringLiteral("the \"bid\" ")),
             QStringLiteral("bid=\"the \"\"bid\"\" \""));
}

void InspectionTextTest::longLists()
{
    FileInspection found = barsOfTwo();
    for (int i = 0; i < 30; ++i)
        found.columns.push_back({QStringLiteral("c%1").arg(i), {}});
    QVERIFY(textOf(found, "Columns").endsWith(QLatin1String("c17, c18 and 11 more")));
    for (int i = 0; i < 30; ++i)
        found.played->symbols.push_back({QStringLiteral("S%1").arg(i), 2, 0});
    QCOMPARE(textOf(found, "Symbols"),
             QStringLiteral("32: AAPL, MSFT, S0, S1, S2, S3, S4, S5, S6, S7 and 22 more; decimals: 2"));
}

void InspectionTextTest::times()
{
    FileInspection found = barsOfTwo();
    const auto end = [&found] { return textOf(found, "Times").section(QStringLiteral("UTC, "), 1); };
    found.reading.timeZone = "Europe/Berlin";
    QCOMPARE(end(), QStringLiteral("in Europe/Berlin (by --time-zone)"));
    found.times = FileInspection::Times::WithZone;
    QCOMPARE(end(), QStringLiteral("written with their zone"));
    found.times = FileInspection::Times::Numbers;
    QCOMPARE(end(), QStringLiteral("written as numbers since 1970"));
    found.played->firstTimeNs = -1;
    QVERIFY(textOf(found, "Times").startsWith(QLatin1String("1969-12-31 23:59:59.999 to")));
}

void InspectionTextTest::order()
{
    FileInspection found = barsOfTwo();
    const auto end = [&found] { return textOf(found, "Rows").section(QStringLiteral("), "), 1); };
    found.lateRows = 1200;
    found.order = FileInspection::Order::NewestFirst;
    QCOMPARE(end(), QStringLiteral("newest first, sorted for playing"));
    found.order = FileInspection::Order::BySymbol;
    QCOMPARE(end(), QStringLiteral("one symbol after the other, sorted for playing"));
    found.order = FileInspection::Order::Other;
    QCOMPARE(end(), QStringLiteral("not in the order of time, sorted for playing"));
    found.order = FileInspection::Order::OfTime;
    QCOMPARE(end(), QStringLiteral("in the order of time, 1,200 a little late, put in order"));
}

void InspectionTextTest::symbols()
{
    FileInspection found = barsOfTwo();
    found.played->symbols[1] = {QStringLiteral("BTC"), 2, 8};
    QCOMPARE(textOf(found, "Symbols"), QStringLiteral("2: AAPL (decimals: 2), BTC (decimals: 2, of sizes: 8)"));
    found.played->symbols.pop_back();
    found.symbolBy = FileInspection::SymbolBy::FileName;
    QCOMPARE(textOf(found, "Symbols"), QStringLiteral("1: AAPL; decimals: 2; by the name of the file"));
    found.symbolBy = FileInspection::SymbolBy::Person;
    QCOMPARE(textOf(found, "Symbols"), QStringLiteral("1: AAPL; decimals: 2; by --replay-symbol"));
    found.symbolBy = FileInspection::SymbolBy::Nobody;
    QCOMPARE(textOf(found, "Symbols"),
             QStringLiteral("1: AAPL; decimals: 2; the file names none, say which one by --replay-symbol"));
}

void InspectionTextTest::leftOut()
{
    FileInspection found = barsOfTwo();
    found.skippedRows = 1012;
    found.skippedKinds = {{1010, QStringLiteral("price: missing"), 17, QStringLiteral("2024-01-02,,,")},
                          {2, QStringLiteral("longer than 65536 bytes"), 90, {}}};
    const QStringList lines = textOf(found);
    const qsizetype first = lines.indexOf(QStringLiteral("Left out|1,012 of 5,000,000 rows"));
    QVERIFY(first > 0);
    QCOMPARE(lines[first + 1], QStringLiteral("|1,010 x price: missing, first on line 17: 2024-01-02,,,"));
    QCOMPARE(lines[first + 2], QStringLiteral("|2 x longer than 65536 bytes, first on line 90"));
}

void InspectionTextTest::command()
{
    const FileReading all{FileReading::BadLines::SkipAll,  FileReading::DateOrder::DayFirst, "Europe/Berlin", ',',
                          QStringLiteral("BTC/USDT:USDT"), QStringLiteral("time=Open time")};
    QCOMPARE(
        playCommand(QStringLiteral("it's $1.csv"), all),
        QStringLiteral("tickertray --replay 'it'\\''s $1.csv' --columns 'time=Open time' --time-zone Europe/Berlin "
                       "--date-order day-first --decimal comma --replay-symbol BTC/USDT:USDT --bad-rows skip-all"));
    const auto file = [](const QString &name) {
        return playCommand(name, {}).sliced(QStringLiteral("tickertray --replay ").size());
    };
    QCOMPARE(file(QStringLiteral("a\nit's \\ $1")), QStringLiteral("$'a\\x0ait\\'s \\\\ $1'"));
    QCOMPARE(file(QStringLiteral("\u202e\U000e0041")), QStringLiteral("$'\\xe2\\x80\\xae\\xf3\\xa0\\x81\\x81'"));
    QCOMPARE(file(QStringLiteral("é")), QStringLiteral("'é'"));
    FileReading some;
    some.badLines = FileReading::BadLines::Stop;
    some.dateOrder = FileReading::DateOrder::MonthFirst;
    some.point = '.';
    QCOMPARE(readingArguments(some).join(QLatin1Char(' ')),
             QStringLiteral("--date-order month-first --decimal point --bad-rows stop"));
    QVERIFY(readingArguments({}).isEmpty());
}

/// Of a window, where nobody writes options.
void InspectionTextTest::otherWords()
{
    FileInspection found = barsOfTwo();
    found.played->content = FileInspection::Content::Quotes;
    found.reading.timeZone = "Europe/Berlin";
    found.symbolBy = FileInspection::SymbolBy::Nobody;
    found.work = FileInspection::Work::Reading;
    const auto titleOf = [](const QString &field) {
        return field == QLatin1String("time") ? field.toUpper() : QString();
    };
    QStringList texts;
    for (const InspectionLine &line : inspectionLines(found, {QStringLiteral(" to "), titleOf, false}))
        texts.append(line.text.english());
    QCOMPARE(texts.mid(1),
             (QStringList{QStringLiteral("bid and ask; their mean is played"),
                          QStringLiteral("Date to TIME, Close to close; not used: Note"),
                          QStringLiteral("2024-01-02 09:30:00 to 2024-01-02 09:31:00.250 UTC, in Europe/Berlin"),
                          QStringLiteral("5,000,000 so far (ticks: 20,000,000), in the order of time"),
                          QStringLiteral("2: AAPL, MSFT; decimals: 2; the file names none")}));
}

TICKER_TEST(InspectionTextTest)
#include "tst_inspection_text.moc"
