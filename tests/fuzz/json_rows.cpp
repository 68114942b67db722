// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_rows/find_json_rows.h"
#include "json_rows/json_row_stream.h"

#include "stream_reading.h"

using namespace ticker;

namespace {

/// Of the input: `"":{}` becomes `{"time":"",}` with a line end.
constexpr qsizetype mostGrowth = 4;
constexpr qsizetype mostBytesMore = 1024;

fuzz::StreamContent rowsOf(const QByteArray &input, const JsonRows &rows)
{
    const qsizetype most = mostGrowth * input.size() + mostBytesMore;
    auto content = fuzz::checkStream(input, most, [&rows](std::unique_ptr<InputStream> source) {
        return std::make_unique<JsonRowStream>(std::move(source), rows);
    });
    FUZZ_VERIFY(!content.isCut);
    return content;
}

QByteArray withoutLineEnds(QByteArray bytes)
{
    return bytes.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
}

/// A line end in the text is a blank, whatever it stands in: no row has one.
void checkRows(const QByteArray &input, const JsonRows &rows)
{
    const fuzz::StreamContent content = rowsOf(input, rows);
    FUZZ_VERIFY(!content.bytes.contains('\r'));
    FUZZ_VERIFY(!content.error.isEmpty() || content.bytes.isEmpty() || content.bytes.endsWith('\n'));
    JsonRows plain = rows;
    for (QByteArray &key : plain.path)
        key = withoutLineEnds(key);
    const fuzz::StreamContent other = rowsOf(withoutLineEnds(input), plain);
    FUZZ_VERIFY(other.bytes == content.bytes);
    FUZZ_VERIFY(other.error.isEmpty() == content.error.isEmpty()); // it quotes keys as they are
}

} // namespace

/// The input is a JSON text. Its rows are where they are found, and in some other places.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    for (qsizetype cut = 0; cut < input.size(); cut += 1 + cut / 4)
        (void)findJsonRows(QByteArrayView(input).first(cut));
    const auto rows = findJsonRows(input);
    if (!rows)
        fuzz::checkSentence(rows.error().english());
    else if (*rows)
        checkRows(input, **rows);
    for (const JsonRows &place : {JsonRows{{}, false}, JsonRows{{"data"}, false}, JsonRows{{"data"}, true}})
        checkRows(input, place);
    return 0;
}
