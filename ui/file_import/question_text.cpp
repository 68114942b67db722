// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/question_text.h"

#include "market_values/inspection_text.h"

namespace ticker {

namespace {

QString localNumber(QString number, const QLocale &locale)
{
    return number.replace(QLatin1Char('.'), locale.decimalPoint());
}

} // namespace

QString QuestionText::question(const FileInspection &inspection)
{
    if (!inspection.problem.isEmpty())
        return inspection.problem.translated();
    if (!inspection.doubt.isEmpty())
        return inspection.doubt.translated();
    return inspection.question == FileInspection::Question::Symbol
        ? tr("The file names no symbol. What is it the price of?")
        : QString();
}

QString QuestionText::answer(FileInspection::Question question, const QString &field)
{
    switch (question) {
    case FileInspection::Question::None:
        break;
    case FileInspection::Question::Columns:
        return tr("Choose what each column means, above its first row.");
    case FileInspection::Question::Symbol:
        return tr("Write it under %1.").arg(field);
    case FileInspection::Question::DateOrder:
    case FileInspection::Question::Decimal:
    case FileInspection::Question::BadLines:
        return tr("Choose it under %1.").arg(field);
    }
    return {};
}

QString QuestionText::row(const FileInspection::Row &row, const QLocale &locale)
{
    QStringList prices = row.prices;
    for (QString &price : prices)
        price = localNumber(price, locale);
    const QString text = prices.size() < 4
        //: time, symbol, price
        ? tr("First row: %1 UTC, %2, price %3").arg(utcText(row.timeNs), row.symbol, prices.value(0))
        //: time, symbol, and the prices of a bar
        : tr("First row: %1 UTC, %2, open %3, high %4, low %5, close %6")
              .arg(utcText(row.timeNs), row.symbol, prices[0], prices[1], prices[2], prices[3]);
    return row.size.isEmpty() ? text : tr("%1, size %2").arg(text, localNumber(row.size, locale));
}

QString QuestionText::progress(FileInspection::Work work)
{
    switch (work) {
    case FileInspection::Work::FindingDateOrder:
        return tr("Comparing dates… %p %");
    case FileInspection::Work::Sorting:
        return tr("Sorting… %p %");
    case FileInspection::Work::Reading:
    case FileInspection::Work::Done:
        break;
    }
    return tr("Reading… %p %");
}

} // namespace ticker
