// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_jsonp.h"

#include "engineio_codec/engineio_text.h"
#include "fuzz.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace ticker;

namespace {

/// The script must be one line with nothing but digits in the brackets, and a string that JSON reads as well.
void checkScript(const QByteArray &index, const QByteArray &payload)
{
    const QByteArray script = encodeJsonp(index, payload);
    const qsizetype open = script.indexOf("](\"");
    const QByteArray head("___eio[");
    FUZZ_VERIFY(script.startsWith(head) && script.endsWith("\");") && open >= head.size());
    for (const char c : script.sliced(head.size(), open - head.size()))
        FUZZ_VERIFY(c >= '0' && c <= '9');
    for (const char c : script)
        FUZZ_VERIFY(uchar(c) >= ' ');
    FUZZ_VERIFY(!script.contains("\xe2\x80\xa8") && !script.contains("\xe2\x80\xa9"));

    const QByteArray string = script.sliced(open + 2, script.size() - open - 4);
    const QJsonArray array = QJsonDocument::fromJson('[' + string + ']').array();
    FUZZ_VERIFY(array.size() == 1 && array.at(0).toString().toUtf8() == payload);
}

/// What engine.io-client and a browser make of the payload.
void checkForm(QByteArray payload)
{
    const QByteArray original = payload;
    payload.replace("\\n", "\\\\n").replace('\n', "\\n");
    const QByteArray body = "d=" + payload.toPercentEncoding(" ").replace(' ', '+');
    // The client spells a backslash before a line feed like a backslash before an n.
    if (!original.contains("\\\n"))
        FUZZ_VERIFY(decodeJsonpBody(body) == original);
    FUZZ_VERIFY(decodeJsonpBody("x=1&" + body + "&y") == decodeJsonpBody(body));
    FUZZ_VERIFY(!decodeJsonpBody(body + '&' + body));
}

} // namespace

/// The input is a form's body, and then a payload and an index of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const QByteArray text = replaceInvalidUtf8(input);
    FUZZ_VERIFY(text.isValidUtf8() && (text == input) == input.isValidUtf8());
    if (const auto payload = decodeJsonpBody(input)) {
        FUZZ_VERIFY(payload->isValidUtf8());
        FUZZ_VERIFY(decodeJsonpBody(text) == payload);
        checkScript("0", *payload);
    }
    checkScript(input, text);
    checkForm(text);
    return 0;
}
