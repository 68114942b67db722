// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plain_text.h"

#include "printable.h"

#include <QLabel>
#include <QTextDocument>

namespace ticker {

QString plainText(const QString &text)
{
    return printable(text);
}

QString plainLines(const QString &text)
{
    return printableLines(text);
}

QString shortText(const QString &text, qsizetype longest)
{
    QString plain = plainText(text);
    if (plain.size() <= longest)
        return plain;
    const qsizetype end = (longest - 1) / 2;
    return plainText(plain.left(longest - 1 - end) + QStringLiteral("…") + plain.right(end)); // a character may be cut
}

/// Rich text only where it has to be: a screen reader reads a widget's tool tip aloud.
QString plainToolTip(const QString &text)
{
    const QString lines = plainLines(text);
    return Qt::mightBeRichText(lines) ? wrappedToolTip(text) : lines;
}

QString wrappedToolTip(const QString &text)
{
    return QStringLiteral("<span>%1</span>")
        .arg(plainLines(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QString plainNotification(const QString &text)
{
    return plainLines(text).replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('>'), QChar(0x203a));
}

QLabel *plainLabel(QWidget *parent)
{
    return plainLabel({}, parent);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(plainLines(text));
    return label;
}

} // namespace ticker
