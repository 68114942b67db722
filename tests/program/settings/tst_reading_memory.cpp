// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/reading_memory.h"
#include "settings/settings.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace ticker;

namespace {

FileReading readingOf(const char *columns)
{
    FileReading reading;
    reading.columns = QString::fromLatin1(columns);
    return reading;
}

FileReading fullReading()
{
    FileReading reading = readingOf("time=when,price=#3");
    reading.badLines = FileReading::BadLines::SkipAll;
    reading.dateOrder = FileReading::DateOrder::MonthFirst;
    reading.timeZone = "America/New_York";
    reading.point = ',';
    return reading;
}

FileInspection withColumns(const QStringList &names)
{
    FileInspection inspection;
    inspection.separator = ',';
    inspection.headerLine = 1;
    for (const QString &name : names)
        inspection.columns.push_back({name, {}});
    return inspection;
}

QJsonArray withValue(const char *key, const QJsonValue &value)
{
    ReadingMemory memory;
    memory.keep("abc", fullReading());
    QJsonObject entry = memory.toJson().first().toObject();
    entry[QLatin1String(key)] = value;
    return {entry};
}

} // namespace

class ReadingMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys();
    void keeps();
    void whatIsOfOneFileAlone();
    void forgetsTheOldest();
    void isStored();
    void isNotUnderstood_data();
    void isNotUnderstood();
    void isPartOfTheSettings();
};

void ReadingMemoryTest::keys()
{
    const QStringList names{QStringLiteral("a"), QStringLiteral("b")};
    const QByteArray key = ReadingMemory::keyOf(withColumns(names));
    QCOMPARE(key.size(), 32);
    FileInspection other = withColumns(names);
    other.path = QStringLiteral("/another.csv");
    other.columns[0].field = QStringLiteral("time"); // the names count, not what they mean
    QCOMPARE(ReadingMemory::keyOf(other), key);
    QVERIFY(ReadingMemory::keyOf(withColumns({QStringLiteral("ab")})) != key);
    QVERIFY(ReadingMemory::keyOf(withColumns({QStringLiteral("b"), QStringLiteral("a")})) != key);
    other.headerLine = 0; // its columns have numbers
    QCOMPARE(ReadingMemory::keyOf(other), QByteArray());
    other.separator = '\0'; // JSON
    QCOMPARE(ReadingMemory::keyOf(other), key);
    QCOMPARE(ReadingMemory::keyOf(withColumns({})), QByteArray());
}

void ReadingMemoryTest::keeps()
{
    ReadingMemory memory;
    QVERIFY(!memory.find("a") && !memory.find(""));
    memory.keep("a", fullReading());
    memory.keep("", fullReading());
    QCOMPARE(memory.find("a"), std::optional(fullReading()));
    QVERIFY(!memory.find(""));
    memory.keep("a", readingOf("price=bid"));
    QCOMPARE(memory.find("a"), std::optional(readingOf("price=bid")));
    memory.keep("a", {}); // as the file says
    QCOMPARE(memory, ReadingMemory());
}

void ReadingMemoryTest::whatIsOfOneFileAlone()
{
    ReadingMemory memory;
    FileReading reading = readingOf("price=bid");
    reading.symbol = QStringLiteral("AAPL");
    reading.follow = true;
    memory.keep("a", reading);
    QCOMPARE(memory.find("a"), std::optional(readingOf("price=bid")));
    reading.columns.clear();
    memory.keep("a", reading);
    QVERIFY(!memory.find("a"));
    reading.badLines = FileReading::BadLines::Stop;
    memory.keep("a", reading);
    QVERIFY(!memory.find("a"));
    reading.columns = QStringLiteral("price=") + QString(ReadingMemory::longestColumns, QLatin1Char('x'));
    memory.keep("a", reading);
    QVERIFY(!memory.find("a"));
}

void ReadingMemoryTest::forgetsTheOldest()
{
    ReadingMemory memory;
    for (std::size_t i = 0; i < ReadingMemory::mostReadings; ++i)
        memory.keep(QByteArray::number(qulonglong(i)), fullReading());
    memory.keep("0", fullReading()); // is the newest again
    memory.keep("one more", fullReading());
    QVERIFY(memory.find("0") && memory.find("one more") && memory.find("2"));
    QVERIFY(!memory.find("1"));
    QCOMPARE(std::size_t(memory.toJson().size()), ReadingMemory::mostReadings);
}

void ReadingMemoryTest::isStored()
{
    ReadingMemory memory;
    memory.keep("abc", fullReading());
    memory.keep("def", readingOf("price=bid"));
    const QJsonObject stored{{QStringLiteral("header"), QStringLiteral("abc")},
                             {QStringLiteral("columns"), QStringLiteral("time=when,price=#3")},
                             {QStringLiteral("timeZone"), QStringLiteral("America/New_York")},
                             {QStringLiteral("dateOrder"), QStringLiteral("month-first")},
                             {QStringLiteral("decimal"), QStringLiteral("comma")},
                             {QStringLiteral("badRows"), QStringLiteral("skip-all")}};
    QCOMPARE(memory.toJson().first().toObject(), stored);
    QCOMPARE(ReadingMemory::fromJson(memory.toJson()), std::optional(memory));
    QCOMPARE(ReadingMemory::fromJson({}), std::optional(ReadingMemory()));
}

void ReadingMemoryTest::isNotUnderstood_data()
{
    QTest::addColumn<QJsonArray>("json");
    QTest::newRow("number") << QJsonArray{5};
    QTest::newRow("no header") << withValue("header", QJsonValue());
    QTest::newRow("field") << withValue("columns", QStringLiteral("prize=x"));
    QTest::newRow("zone") << withValue("timeZone", QStringLiteral("Europe/Atlantis"));
    QTest::newRow("order") << withValue("dateOrder", QStringLiteral("year-first"));
    QTest::newRow("decimal") << withValue("decimal", 1);
    QTest::newRow("policy") << withValue("badRows", QJsonValue());
    QTest::newRow("long") << withValue("columns", QStringLiteral("price=") + QString(5000, QLatin1Char('x')));
}

void ReadingMemoryTest::isNotUnderstood()
{
    QFETCH(QJsonArray, json);
    QVERIFY(!ReadingMemory::fromJson(json));
}

void ReadingMemoryTest::isPartOfTheSettings()
{
    Settings settings;
    settings.readings.keep("abc", fullReading());
    QStringList problems;
    QJsonObject json = toJson(settings);
    QCOMPARE(settingsFromJson(json, &problems), settings);
    QCOMPARE(problems, QStringList());
    json[QStringLiteral("readings")] = QJsonArray{QStringLiteral("x")};
    QCOMPARE(settingsFromJson(json, &problems), Settings());
    QCOMPARE(problems, QStringList{QStringLiteral("readings")});
    json.remove(QStringLiteral("readings")); // of a version before
    problems.clear();
    QCOMPARE(settingsFromJson(json, &problems), Settings());
    QCOMPARE(problems, QStringList());
}

TICKER_TEST(ReadingMemoryTest)
#include "tst_reading_memory.moc"
