// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"

#include "market_file/market_csv.h"
#include "market_file/market_file_words.h"
#include "market_file/market_json.h"
#include "open_file.h"
#include "utf8_mark.h"

#include <QFileInfo>

#include <algorithm>

namespace ticker {

namespace {

/// Where the first line begins that is not in UTF-8. No character of it has a line's end within.
qsizetype firstInvalidLine(QByteArrayView bytes)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\n' && bytes[i] != '\r')
            continue;
        if (!bytes.sliced(begin, i - begin).isValidUtf8())
            return begin;
        begin = i + 1;
    }
    return begin;
}

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

QString nameOfFile(const QString &path)
{
    const QString name = QFileInfo(path).completeBaseName();
    return nameProblem(name) ? QString() : name;
}

} // namespace

Expected<MarketSpec, MarketFileError> readMarket(const QByteArray &bytes)
{
    const QByteArrayView text = withoutUtf8Mark(bytes);
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0) {
        return MarketFileError{
            lineOf(text, zero),
            LocalizedText::tr("The file contains a zero byte, like a binary file. Save it as UTF-8 text.")};
    }
    if (!text.isValidUtf8()) {
        return MarketFileError{lineOf(text, firstInvalidLine(text)),
                               LocalizedText::tr("This line is not valid UTF-8. Save the file as UTF-8.")};
    }
    const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
    if (first == text.end()) {
        return MarketFileError{
            QString(), LocalizedText::tr("The file is empty. Write a JSON object or a CSV table of instruments.")};
    }
    return *first == '{' || *first == '[' ? readMarketJson(text) : readMarketCsv(text);
}

Expected<MarketSpec, MarketFileError> readMarketFile(const QString &path)
{
    const auto opened = openToRead(path);
    if (!opened)
        return MarketFileError{QString(), opened.error().why};
    QFile &file = **opened;
    const QByteArray bytes = file.read(mostMarketFileBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return MarketFileError{
            QString(), LocalizedText::tr("Cannot read the file: %1. Choose a readable file.").arg(file.errorString())};
    }
    if (bytes.size() > mostMarketFileBytes) {
        return MarketFileError{
            QString(),
            LocalizedText::tr("The file is larger than 4 MB. A market has at most %1 instruments and takes less.")
                .arg(MarketSpec::mostInstruments)};
    }
    auto market = readMarket(bytes);
    if (!market || !market->name.isEmpty())
        return market;
    MarketSpec named = market.takeValue();
    named.name = nameOfFile(path);
    return named;
}

} // namespace ticker
