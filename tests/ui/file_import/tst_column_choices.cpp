// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/column_choices.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

ColumnChoices::Columns columnsOf(const QStringList &names, const QStringList &fields)
{
    ColumnChoices::Columns columns;
    for (qsizetype i = 0; i < names.size(); ++i)
        columns.push_back({names[i], fields.value(i)});
    return columns;
}

QStringList fieldsOf(const ColumnChoices::Columns &columns)
{
    QStringList fields;
    for (const FileInspection::Column &column : columns)
        fields.append(column.field);
    return fields;
}

} // namespace

class ColumnChoicesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void anotherColumn();
    void noColumn();
    void timeIsNeeded();
    void namesThatSayTooLittle();
    void whatTheProgramCannotTell();
    void severalInstruments();
};

void ColumnChoicesTest::nothing()
{
    ColumnChoices choices;
    QCOMPARE(choices.text(), QString());
    const auto columns = columnsOf({QStringLiteral("t"), QStringLiteral("p")}, {QStringLiteral("time")});
    choices.choose(columns, 0, QStringLiteral("time")); // as it is
    QCOMPARE(choices.text(), QString());
}

void ColumnChoicesTest::anotherColumn()
{
    const auto columns = columnsOf({QStringLiteral("t"), QStringLiteral("close"), QStringLiteral("Adj, Close")},
                                   {QStringLiteral("time"), QStringLiteral("price")});
    ColumnChoices choices;
    choices.choose(columns, 2, QStringLiteral("price"));
    QCOMPARE(choices.text(), QStringLiteral("price=\"Adj, Close\""));
    auto shown = columns;
    choices.applyTo(&shown);
    QCOMPARE(fieldsOf(shown), QStringList({QStringLiteral("time"), QString(), QStringLiteral("price")}));
    choices.choose(shown, 1, QStringLiteral("size"));
    QCOMPARE(choices.text(), QStringLiteral("price=\"Adj, Close\",size=close"));
    choices.applyTo(&shown);
    choices.choose(shown, 1, QStringLiteral("price")); // the same column has one meaning, and a field one column
    QCOMPARE(choices.text(), QStringLiteral("price=close"));
}

void ColumnChoicesTest::noColumn()
{
    const auto columns = columnsOf({QStringLiteral("t"), QStringLiteral("p"), QStringLiteral("v")},
                                   {QStringLiteral("time"), QStringLiteral("price"), QStringLiteral("size")});
    ColumnChoices choices;
    choices.choose(columns, 2, QString());
    QCOMPARE(choices.text(), QStringLiteral("size="));
    auto shown = columns;
    choices.applyTo(&shown);
    QCOMPARE(fieldsOf(shown), QStringList({QStringLiteral("time"), QStringLiteral("price"), QString()}));
    choices.choose(shown, 2, QStringLiteral("size"));
    QCOMPARE(choices.text(), QStringLiteral("size=v"));
}

void ColumnChoicesTest::timeIsNeeded()
{
    const auto columns = columnsOf({QStringLiteral("t"), QStringLiteral("u")}, {QStringLiteral("time")});
    ColumnChoices choices;
    choices.choose(columns, 0, QString());
    QCOMPARE(choices.text(), QString());
    choices.choose(columns, 1, QStringLiteral("time"));
    QCOMPARE(choices.text(), QStringLiteral("time=u"));
}

/// A column is meant, and no other one.
void ColumnChoicesTest::namesThatSayTooLittle()
{
    const auto columns = columnsOf({QStringLiteral("Price"), QStringLiteral(" price"), QStringLiteral("3"),
                                    QStringLiteral("a\nb"), QString(FileInspection::longestCell, QLatin1Char('x'))},
                                   {});
    const char *const keys[] = {"price=#1", "price=#2", "price=#3", "price=#4", "price=#5"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnChoices choices;
        choices.choose(columns, i, QStringLiteral("price"));
        QCOMPARE(choices.text(), QLatin1String(keys[i]));
        auto shown = columns;
        choices.applyTo(&shown);
        for (std::size_t other = 0; other < shown.size(); ++other)
            QCOMPARE(shown[other].field, other == i ? QStringLiteral("price") : QString());
    }
}

/// What was said of a file that cannot be read yet stays.
void ColumnChoicesTest::whatTheProgramCannotTell()
{
    const ColumnChoices choices({{QStringLiteral("time"), QStringLiteral("WHEN")},
                                 {QStringLiteral("price"), QStringLiteral("2")},
                                 {QStringLiteral("size"), QString()}});
    auto shown = columnsOf({QStringLiteral("when"), QStringLiteral("2"), QStringLiteral("3")}, {});
    choices.applyTo(&shown);
    QCOMPARE(fieldsOf(shown), QStringList({QStringLiteral("time"), QStringLiteral("price"), QString()}));
    QCOMPARE(choices.text(), QStringLiteral("time=WHEN,price=2,size="));
}

void ColumnChoicesTest::severalInstruments()
{
    QVERIFY(canChooseColumns({}));
    QVERIFY(canChooseColumns(columnsOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
                                       {QString(), QStringLiteral("price"), QString()})));
    QVERIFY(!canChooseColumns(columnsOf({QStringLiteral("AAPL"), QStringLiteral("MSFT")},
                                        {QStringLiteral("price"), QStringLiteral("price")})));
}

TICKER_TEST(ColumnChoicesTest)
#include "tst_column_choices.moc"
