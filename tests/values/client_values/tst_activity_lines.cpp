// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values/activity.h"

#include "ticker_test.h"

#include <QJsonDocument>

using namespace ticker;

/// The activity log as lines of JSON, which a person looks at in a terminal.
class ActivityLinesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveNothingThatATerminalObeys();
    void bearAnyCut();

private:
    [[nodiscard]] static QString hostile()
    {
        return QStringLiteral("a\x1b]0;t\x07"
                              "b\u009b31m\u202ec\u2028d\r\ne\x7f\U000e0041f\U0001f600");
    }
    static void check(const QString &text);
};

/// One line, whose bytes are harmless, and of the same value.
void ActivityLinesTest::check(const QString &text)
{
    Activity line;
    line.kind = Activity::Kind::FileFailed;
    line.text = text;
    line.detail = text;
    line.address = QStringLiteral("127.0.0.1");
    const QByteArray bytes = toJsonLines({line});
    QCOMPARE(bytes.count('\n'), 1);
    QVERIFY(bytes.endsWith('\n'));
    for (const QChar c : QString::fromUtf8(bytes).chopped(1)) {
        QVERIFY(c >= QLatin1Char(' ') && (c < QChar(0x7f) || c > QChar(0x9f)));
        QVERIFY(c != QChar(0x202e) && c != QChar(0x2028) && c != QChar(0xdb40));
    }
    if (QString::fromUtf8(text.toUtf8()) == text) // not cut within a character
        QCOMPARE(QJsonDocument::fromJson(bytes).object(), line.toJson());
}

void ActivityLinesTest::haveNothingThatATerminalObeys()
{
    check(hostile());
    check(QStringLiteral("Größe \"3 €\" \\u001b"));
}

void ActivityLinesTest::bearAnyCut()
{
    const QString text = hostile();
    for (qsizetype length = 1; length <= text.size(); ++length) {
        check(text.left(length));
        check(text.mid(length - 1));
    }
}

TICKER_TEST(ActivityLinesTest)
#include "tst_activity_lines.moc"
