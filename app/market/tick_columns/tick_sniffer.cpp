// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/tick_sniffer.h"

#include "tick_columns/csv_sniffer.h"
#include "tick_columns/json_keys.h"
#include "tick_columns/vendor_doubt.h"
#include "utf8_mark.h"

#include <algorithm>

namespace ticker {

namespace {

TickLayoutFault fault(const LocalizedText &message)
{
    return {1, message};
}

/// Behind blank lines and comments.
QByteArrayView firstText(QByteArrayView start)
{
    while (!start.isEmpty()) {
        const qsizetype end = start.indexOf('\n');
        const QByteArrayView line = (end < 0 ? start : start.first(end)).trimmed();
        if (!line.isEmpty() && line.front() != '#')
            return line;
        start = end < 0 ? QByteArrayView() : start.sliced(end + 1);
    }
    return start;
}

/// A zero byte here or there is the fault of a line.
bool isBinary(QByteArrayView start)
{
    constexpr qsizetype few = 8;
    return start.count('\0') > start.size() / few;
}

/// A person has named a key that no object has.
std::optional<TickLayoutFault> problemOfKeys(QByteArrayView text, const std::vector<GivenColumn> &given)
{
    const QByteArrayList keys = given.empty() ? QByteArrayList() : jsonKeys(text);
    for (const GivenColumn &each : given) {
        const auto isKey = [&each](const QByteArray &key) { return each.isNamed(key); };
        if (!each.column.isEmpty() && std::ranges::none_of(keys, isKey))
            return fault(noSuchColumn(each.column, keys));
    }
    return std::nullopt;
}

} // namespace

Expected<TickLayout, TickLayoutFault> sniffTickFile(QByteArrayView start, bool isWhole, const TickReadOptions &options)
{
    const qsizetype markBytes = start.size() - withoutUtf8Mark(start).size();
    start = start.sliced(markBytes);
    if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff"))
        return fault(LocalizedText::tr("the text is UTF-16; save it as UTF-8"));
    if (isBinary(start))
        return fault(LocalizedText::tr("contains a zero byte, so this is not a text file"));
    if (!isWhole && !start.contains('\n') && !start.contains('\r'))
        return fault(LocalizedText::tr("longer than %1 bytes").arg(start.size()));
    const QByteArrayView text = firstText(start);
    if (text.startsWith('[')) {
        return fault(LocalizedText::tr("this is a JSON array; write one object per line"));
    }
    if (!text.startsWith('{')) {
        auto layout = CsvSniffer(start, isWhole, options).sniff();
        if (!layout)
            return layout;
        TickLayout found = layout.takeValue();
        found.dataOffset += quint64(markBytes);
        return found;
    }
    if (auto problem = problemOfKeys(start, options.columns))
        return *problem;
    if (auto doubt = vendorDoubt(text))
        return fault(*doubt);
    TickLayout layout;
    layout.form = TickLayout::Form::JsonObjects;
    layout.keys = options.columns;
    layout.given = namedFields(options.columns);
    layout.times = {options.order, options.zone, false};
    layout.dataOffset = quint64(markBytes);
    return layout;
}

} // namespace ticker
