// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_folder.h"
#include "tick_file_told.h"
#include "ticker_test.h"

#include <QFile>

using namespace ticker;

namespace {

QStringList symbolsOf(const MarketSpec &spec)
{
    QStringList symbols;
    for (const Instrument &instrument : spec.instruments)
        symbols.append(QStringLiteral("%1.%2@%3")
                           .arg(instrument.symbol)
                           .arg(instrument.grid.decimals())
                           .arg(instrument.startPrice));
    return symbols;
}

} // namespace

class ReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticks_data();
    void ticks();
    void bars_data();
    void bars();
    void barsOfALongFile();
    void barsOfManyInstruments();
    void instruments();
    void tooManyInstruments();
    void pricesThatDoNotFit();
    void cannotBeOpened_data();
    void cannotBeOpened();
    void stopsAtABadLine();
    void skipsBadLines();
    void skipsFewBadLines();
    void nothingButComments();
    void fileBecomesShorter();
    void fileIsDeleted();
    void besideThePrice();

private:
    ReplayFolder m_folder;
};

void ReplayTest::ticks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &texts) {
        QTest::newRow(name) << bytes << texts;
    };
    row("one", "time,price\n1,2", {QStringLiteral("1000000000 0:2x1")});
    row("the same time is one tick, in the order of the instruments",
        "time,symbol,price,size\n1,A,1,5\n1,B,2,6\n2,B,3,7\n2,A,4,8\n",
        {QStringLiteral("1000000000 0:1x5 1:2x6"), QStringLiteral("2000000000 0:4x8 1:3x7")});
    row("a symbol that comes again", "time,symbol,price\n1,A,1\n1,B,2\n1,A,3\n1,B,4\n1,B,5\n",
        {QStringLiteral("1000000000 0:1x1 1:2x1"), QStringLiteral("1000000000 0:3x1 1:4x1"),
         QStringLiteral("1000000000 1:5x1")});
    row("another seq", "time,seq,symbol,price\n1,7,A,1\n1,8,B,2\n1,8,A,3\n",
        {QStringLiteral("1000000000 #7 0:1x1"), QStringLiteral("1000000000 #8 0:3x1 1:2x1")});
    row("quotes of JSON",
        "{\"time\":1,\"seq\":2,\"quotes\":[{\"symbol\":\"A\",\"price\":1.5},{\"symbol\":\"B\",\"price\":2}]}\n",
        {QStringLiteral("1000000000 #2 0:15x1 1:2x1")});
    row("a symbol twice in one object",
        "{\"time\":1,\"price\":1}\n{\"time\":2,\"quotes\":[{\"price\":1.5},{\"price\":2}]}\n",
        {QStringLiteral("1000000000 0:10x1"), QStringLiteral("line 2: symbol: HEAD appears twice")});
}

void ReplayTest::ticks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, texts);
    ReplaySource source = m_folder.open(bytes);
    if (QByteArrayView(QTest::currentDataTag()) == "a symbol twice in one object")
        texts[0] = QStringLiteral("1000000000 0:1x1"); // the second line's decimals were not taken either
    QCOMPARE(playOn(source), texts);
    QCOMPARE(playOn(source),
             texts.last().startsWith(QStringLiteral("line")) ? QStringList{texts.last()} : QStringList());
    source.rewind();
    QCOMPARE(playOn(source), texts);
}

void ReplayTest::bars_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *name, const QByteArray &lines, const QStringList &texts) {
        QTest::newRow(name) << lines << texts;
    };
    row("up: low first; a single one takes a minute", "100,A,2,4,1,3,9\n",
        {QStringLiteral("100000000000 0:2x2"), QStringLiteral("115000000000 0:1x2"),
         QStringLiteral("130000000000 0:4x2"), QStringLiteral("145000000000 0:3x3")});
    row("down: high first; until the next; the last one like it", "100,A,3,4,1,2,8\n104,A,3,4,1,3,0\n",
        {QStringLiteral("100000000000 0:3x2"), QStringLiteral("101000000000 0:4x2"),
         QStringLiteral("102000000000 0:1x2"), QStringLiteral("103000000000 0:2x2"),
         QStringLiteral("104000000000 0:3x1"), QStringLiteral("105000000000 0:4x1"),
         QStringLiteral("106000000000 0:1x1"), QStringLiteral("107000000000 0:3x1")});
    // Behind the second one some are missing, and behind the third one none follows.
    row("the smallest distance", "100,A,2,4,1,3,4\n104,A,2,4,1,3,4\n200,A,2,4,1,3,4\n",
        {QStringLiteral("100000000000 0:2x1"), QStringLiteral("101000000000 0:1x1"),
         QStringLiteral("102000000000 0:4x1"), QStringLiteral("103000000000 0:3x1"),
         QStringLiteral("104000000000 0:2x1"), QStringLiteral("105000000000 0:1x1"),
         QStringLiteral("106000000000 0:4x1"), QStringLiteral("107000000000 0:3x1"),
         QStringLiteral("200000000000 0:2x1"), QStringLiteral("201000000000 0:1x1"),
         QStringLiteral("202000000000 0:4x1"), QStringLiteral("203000000000 0:3x1")});
    row("which may come last", "100,A,2,4,1,3,4\n180,B,2,4,1,3,4\n184,A,2,4,1,3,4\n",
        {QStringLiteral("100000000000 0:2x1"), QStringLiteral("101000000000 0:1x1"),
         QStringLiteral("102000000000 0:4x1"), QStringLiteral("103000000000 0:3x1"),
         QStringLiteral("180000000000 1:2x1"), QStringLiteral("181000000000 1:1x1"),
         QStringLiteral("182000000000 1:4x1"), QStringLiteral("183000000000 1:3x1"),
         QStringLiteral("184000000000 0:2x1"), QStringLiteral("185000000000 0:1x1"),
         QStringLiteral("186000000000 0:4x1"), QStringLiteral("187000000000 0:3x1")});
    row("before 1970", "-100,A,2,4,1,3,9\n-96,A,3,4,1,2,8\n",
        {QStringLiteral("-100000000000 0:2x2"), QStringLiteral("-99000000000 0:1x2"),
         QStringLiteral("-98000000000 0:4x2"), QStringLiteral("-97000000000 0:3x3"),
         QStringLiteral("-96000000000 0:3x2"), QStringLiteral("-95000000000 0:4x2"),
         QStringLiteral("-94000000000 0:1x2"), QStringLiteral("-93000000000 0:2x2")});
    row("negative", "100,A,-3,1,-4,-2,4\n",
        {QStringLiteral("100000000000 0:-3x1"), QStringLiteral("115000000000 0:-4x1"),
         QStringLiteral("130000000000 0:1x1"), QStringLiteral("145000000000 0:-2x1")});
    row("two instruments", "100,A,2,4,1,3,4\n100,B,3,4,1,2,4\n",
        {QStringLiteral("100000000000 0:2x1 1:3x1"), QStringLiteral("115000000000 0:1x1 1:4x1"),
         QStringLiteral("130000000000 0:4x1 1:1x1"), QStringLiteral("145000000000 0:3x1 1:2x1")});
    row("largest volume", "100,A,2,4,1,3,36028797018963968\n",
        {QStringLiteral("100000000000 0:2x9007199254740992"), QStringLiteral("115000000000 0:1x9007199254740992"),
         QStringLiteral("130000000000 0:4x9007199254740992"), QStringLiteral("145000000000 0:3x9007199254740992")});
    row("volume with decimals", "100,A,2,4,1,3,0.3\n", // in thousandths
        {QStringLiteral("100000000000 0:2x75"), QStringLiteral("115000000000 0:1x75"),
         QStringLiteral("130000000000 0:4x75"), QStringLiteral("145000000000 0:3x75")});
    row("volume with many decimals", "100,A,2,4,1,3,0.00000007\n",
        {QStringLiteral("100000000000 0:2x1"), QStringLiteral("115000000000 0:1x2"),
         QStringLiteral("130000000000 0:4x2"), QStringLiteral("145000000000 0:3x2")});
}

void ReplayTest::bars()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, texts);
    ReplaySource source = m_folder.open("time,symbol,open,high,low,close,volume\n" + lines);
    QCOMPARE(playOn(source), texts);
    QCOMPARE(source.position(), quint64(texts.size()));
    index(source);
    QCOMPARE(source.index().ticks(), quint64(texts.size()));
    QCOMPARE(source.index().firstTimeNs(), source.firstTimeNs());
    QVERIFY(texts.last().startsWith(QString::number(source.index().lastTimeNs())));
}

/// What is at the start of the file holds to its end, however it is played: from the start, again, or from the middle.
void ReplayTest::barsOfALongFile()
{
    QByteArray bytes("time,symbol,open,high,low,close\n");
    constexpr int bars = 9000;
    for (int i = 0; i < bars; ++i) // a minute each, then a second
        bytes += QByteArray::number(i < 8000 ? i * 60 : 8000 * 60 + i - 8000) + ",A,2,4,1,3\n";
    ReplaySource source = m_folder.open(bytes);
    const QStringList texts = playOn(source);
    QCOMPARE(texts.size(), pricesOfBar * bars);
    QVERIFY(texts[3].startsWith(QString::number(45 * second)));
    QVERIFY(texts[4 * 7999 + 3].startsWith(QString::number((7999 * 60 + 45) * second)));
    QVERIFY(texts[4 * 8998 + 2].startsWith(QString::number(8000 * 60 * second + 998 * second + second / 2)));
    QVERIFY(texts.last().startsWith(QString::number((8000 * 60 + 999 + 45) * second)));
    source.rewind();
    QCOMPARE(playOn(source), texts);
    index(source);
    QCOMPARE(source.index().lastTimeNs(), (8000 * 60 + 999 + 45) * second);
    QVERIFY(!source.seekTime(7999 * 60 * second));
    QCOMPARE(playOn(source), texts.sliced(4 * 7999));
}

/// The first bars of many instruments alone are more than the start of a file.
void ReplayTest::barsOfManyInstruments()
{
    QByteArray bytes("time,open,high,low,close,symbol\n");
    for (const int time : {60, 120, 600}) {
        for (int i = 0; i < 500; ++i)
            bytes += QByteArray::number(time) + ",2.000000000000,4.000000000000,1.000000000000,3.000000000000,"
                + QByteArray(50, 'A') + QByteArray::number(i) + '\n';
    }
    ReplaySource source = m_folder.open(bytes);
    std::vector<qint64> times;
    for (auto next = source.next(); next && *next; next = source.next())
        times.push_back((*next)->timeNs / second);
    QCOMPARE(times, (std::vector<qint64>{60, 75, 90, 105, 120, 135, 150, 165, 600, 615, 630, 645}));
}

void ReplayTest::instruments()
{
    QByteArray bytes("time,symbol,price\n1,A,1\n1,B,2.50\n2,A,3.25\n");
    while (bytes.size() < qsizetype(ReplaySource::bytesScanned))
        bytes += "3,A,1\n";
    ReplaySource source = m_folder.open(bytes + "4,A,1.755\n5,C,1.5\n6,D,1.125\n7,D,1.12549\n");
    const QStringList first{QStringLiteral("A.2@100"), QStringLiteral("B.2@250")};
    QCOMPARE(symbolsOf(source.spec()), first);
    QCOMPARE(source.spec().name, QStringLiteral("%1.csv").arg(m_folder.files()));
    const QStringList texts = playOn(source);
    QCOMPARE(texts.first(), QStringLiteral("1000000000 0:100x1 1:250x1"));
    // More decimals than at the start are rounded; who comes late has as many as the others, or more.
    QCOMPARE(texts.last(4),
             (QStringList{QStringLiteral("4000000000 0:176x1"), QStringLiteral("5000000000 2:150x1"),
                          QStringLiteral("6000000000 3:1125x1"), QStringLiteral("7000000000 3:1125x1")}));
    const QStringList all = first + QStringList{QStringLiteral("C.2@150"), QStringLiteral("D.3@1125")};
    QCOMPARE(symbolsOf(source.spec()), all);
    source.rewind();
    QCOMPARE(playOn(source), texts);
    QCOMPARE(symbolsOf(source.spec()), all);
}

void ReplayTest::tooManyInstruments()
{
    QByteArray bytes("time,symbol,price\n");
    for (int i = 1; i <= MarketSpec::mostInstruments; ++i)
        bytes += QByteArray::number(i) + ",S" + QByteArray::number(i) + ",1\n";
    ReplaySource most = m_folder.open(bytes);
    QCOMPARE(playOn(most).size(), MarketSpec::mostInstruments);
    const QString error = QStringLiteral("line 502: symbol: T exceeds the limit of 500 symbols in a market");
    ReplaySource tooMany = m_folder.open(bytes + "501,T,1\n502,S1,1\n");
    QCOMPARE(playOn(tooMany).last(), error);
    ReplaySource skipping = m_folder.open(bytes + "501,T,1\n502,S1,1\n", {{}, ReplayOptions::OnBadLine::SkipAll, {}});
    QCOMPARE(playOn(skipping).last(), QStringLiteral("502000000000 0:1x1"));
    QCOMPARE(skipping.skipped().kinds().front().first.message.english(), error);
    QCOMPARE(skipping.spec().instruments.size(), std::size_t(MarketSpec::mostInstruments));
}

void ReplayTest::pricesThatDoNotFit()
{
    ReplaySource source = m_folder.open("time,symbol,price\n1,A,1.12345678\n2,A,9007199254740992\n");
    QCOMPARE(playOn(source),
             (QStringList{QStringLiteral("1000000000 0:112345678x1"),
                          QStringLiteral("line 3: price: too large for the 8 decimal places of A in this file")}));
}

void ReplayTest::cannotBeOpened_data()
{
    QTest::addColumn<QString>("path"); // or
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *path, const QByteArray &bytes, const char *error) {
        QTest::newRow(name) << QString::fromLatin1(path) << bytes << QString::fromLatin1(error);
    };
    row("nothing there", "/nowhere/x.csv", {}, "This file does not exist.");
    row("folder", "/", {}, "This is a folder. Choose a file.");
    row("device", "/dev/zero", {}, "This is a device. Use a regular file instead.");
    row("empty", "", "", " contains no ticks.");
    row("header alone", "", "time,price\n", " contains no ticks.");
    row("no header", "", "1,2\n", "line 1: expected a header line");
    row("binary", "",
        QByteArray("\x7f"
                   "ELF\0\0\n\n",
                   8),
        "This is not a text file. Write its data as CSV and open that.");
    row("each line is bad", "", "time,price\n1,x\n2,y\n", "line 2: price: x is not a number");
    row("one endless line", "", QByteArray(1'000'000, 'x'), "line 1: longer than 65536 bytes");
}

void ReplayTest::cannotBeOpened()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const auto source = ReplaySource::open(path.isEmpty() ? m_folder.write(bytes) : path, {QStringLiteral("HEAD")});
    QVERIFY(!source);
    QVERIFY2(source.error().message.english().contains(error), qPrintable(source.error().message.english()));
}

void ReplayTest::stopsAtABadLine()
{
    ReplaySource source = m_folder.open("time,price\n1,2\n2,3\n2,x\n3,4\n");
    const QString error = QStringLiteral("line 4: price: x is not a number");
    QCOMPARE(playOn(source),
             (QStringList{QStringLiteral("1000000000 0:2x1"), QStringLiteral("2000000000 0:3x1"), error}));
    QCOMPARE(source.next().error().line, quint64(4));
    index(source);
    QCOMPARE(source.index().ticks(), quint64(2));
    QCOMPARE(source.index().error()->message.english(), error);
    source.rewind();
    QCOMPARE(playOn(source).size(), 3);
}

void ReplayTest::skipsBadLines()
{
    ReplaySource source = m_folder.open("time,price\n1,2\ny,3\nx,3\n2,x\n3,4\n",
                                        {QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipAll, {}});
    QCOMPARE(playOn(source), (QStringList{QStringLiteral("1000000000 0:2x1"), QStringLiteral("3000000000 0:4x1")}));
    QCOMPARE(source.skipped().count(), quint64(3));
    QVERIFY(source.skipped().summary().english().startsWith(
        QLatin1String("3 of 5 lines left out, the first one: line 3: time: y is not a time")));
    index(source);
    QCOMPARE(source.index().ticks(), quint64(2));
    QVERIFY(!source.index().error());
    source.rewind();
    QCOMPARE(source.skipped().count(), quint64(0));
}

/// A few are left out; more than a tenth mean that the file is something else.
void ReplayTest::skipsFewBadLines()
{
    const auto fileWith = [](int good, int bad) {
        QByteArray bytes("time,price\n");
        for (int i = 0; i < good; ++i)
            bytes += QByteArray::number(1'704'187'800 + i) + (i % 2 == 0 && i / 2 < bad ? ",5\n1,x\n" : ",5\n");
        return bytes;
    };
    const ReplayOptions few{QStringLiteral("HEAD")};
    ReplaySource some = m_folder.open(fileWith(500, 100), few);
    QCOMPARE(playOn(some).size(), 500);
    QCOMPARE(some.skipped().count(), quint64(100));
    ReplaySource many = m_folder.open(fileWith(500, 101), few);
    const QString error = playOn(many).last();
    QVERIFY2(error.startsWith(QStringLiteral("too many lines cannot be read: 101 of 302 lines left out, the first one: "
                                             "line 3: ")),
             qPrintable(error));
    QVERIFY2(error.endsWith(QStringLiteral(". To leave them all out: --bad-rows skip-all")), qPrintable(error));
    ReplaySource all = m_folder.open(fileWith(500, 101),
                                     {QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipAll, {}});
    QCOMPARE(playOn(all).size(), 500);
    // Far behind the start the last ten thousand lines count.
    QByteArray late = fileWith(20'000, 0);
    for (int i = 0; i < 1001; ++i)
        late += "x\n";
    late += "1704287800,6\n";
    ReplaySource bad = m_folder.open(late, few);
    QVERIFY(playOn(bad).last().startsWith(QStringLiteral("too many lines")));
    const auto nothing = ReplaySource::open(m_folder.write("time,price\nx,1\ny,2\n"), few);
    QVERIFY(!nothing
            && nothing.error().message.english().startsWith(
                QStringLiteral("line 1: what stands in the column time is not a time: x")));
}

/// So that no call takes long.
void ReplayTest::nothingButComments()
{
    const QByteArray comments = QByteArray("# " + QByteArray(998, 'x') + '\n').repeated(6000);
    const auto source = ReplaySource::open(m_folder.write("time,price\n" + comments), {QStringLiteral("HEAD")});
    QVERIFY(!source && source.error().message.english().contains(QStringLiteral("no tick in the preceding 4 MiB")));
}

void ReplayTest::fileBecomesShorter()
{
    const QByteArray bytes = manySeconds(100'000);
    const QString path = m_folder.write(bytes);
    ReplaySource source = ReplaySource::open(path, {}).takeValue();
    QVERIFY((*source.next())->timeNs == second);
    QFile file(path);
    QVERIFY(file.resize(bytes.size() / 2));
    const QStringList texts = playOn(source);
    const QString error = QStringLiteral("%1.csv was truncated after it was opened.").arg(m_folder.files());
    QCOMPARE(texts.last(), error);
    QVERIFY(texts.size() > 1000);
    // Half a line at the end is not played.
    QCOMPARE(texts.at(texts.size() - 2).section(QLatin1Char(' '), 0, 0), QString::number(texts.size() * second));
    index(source);
    QCOMPARE(source.index().error()->message.english(), error);
    QVERIFY(file.resize(0));
    source.rewind();
    QCOMPARE(playOn(source), QStringList{error});
}

void ReplayTest::fileIsDeleted()
{
    const QString path = m_folder.write(manySeconds(100'000));
    ReplaySource source = ReplaySource::open(path, {}).takeValue();
    QVERIFY(QFile::remove(path));
    QCOMPARE(playOn(source).size(), 100'000);
    source.rewind();
    QCOMPARE((*source.next())->timeNs, second);
}

/// Also of lines that were late, or sorted: by the lines that a tick was made of.
void ReplayTest::besideThePrice()
{
    const QByteArray head("time,symbol,price,bid,ask,side,id\n");
    const QByteArrayList rows{"1,B,10,9.5,10.5,buy,17\n", "2,A,20,,20.5,sell,18\n", "3,B,11,,,,\n"};
    const QStringList expected{QStringLiteral("B bid 9.5 ask 10.5 buy #17"), QStringLiteral("A ask 20.5 sell #18"),
                               QStringLiteral("B ")};
    for (const QByteArray &bytes :
         {rows[0] + rows[1] + rows[2], rows[2] + rows[1] + rows[0], rows[1] + rows[0] + rows[2]}) {
        ReplaySource source = m_folder.open(head + bytes);
        QStringList texts;
        for (auto tick = source.next(); tick && *tick; tick = source.next()) {
            const ReplayGroup::Item &item = source.group().items.front();
            QCOMPARE(source.spec().instruments.at(std::size_t(item.symbol)).symbol, item.quote.symbol.toString());
            texts.append(item.quote.symbol.toString() + QLatin1Char(' ')
                         + besideText(item.quote, source.group().extras.at(0)));
        }
        QCOMPARE(texts, expected);
    }
}

TICKER_TEST(ReplayTest)
#include "tst_replay.moc"
