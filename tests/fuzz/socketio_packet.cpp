// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_packet.h"

#include "fuzz.h"
#include "json_text.h"
#include "socketio_codec/namespace_query.h"

using namespace ticker;

namespace {

/// The elements of an array, put together again, are the array.
void checkElements(const QByteArray &array, const QJsonValue &value)
{
    const QByteArrayList elements = splitJsonArray(array);
    for (const QByteArray &element : elements)
        FUZZ_VERIFY(parseJson(element).has_value());
    FUZZ_VERIFY(parseJson('[' + elements.join(',') + ']') == value);
}

void checkPayload(const QByteArray &json)
{
    const auto value = parseJson(json);
    FUZZ_VERIFY(value.has_value());
    FUZZ_VERIFY(parseJson(jsonText(*value)) == value);
    if (value->isArray())
        checkElements(json, *value);
}

} // namespace

/// The input is the text of a packet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const auto packet = decodeSocketIoPacket(input);
    if (!packet) {
        FUZZ_VERIFY(packet.error().offset >= 0 && packet.error().offset <= input.size());
        return 0;
    }
    FUZZ_VERIFY(packet->nsp.startsWith('/') && packet->attachments.isEmpty());
    FUZZ_VERIFY(packet->isBinary() ? packet->attachmentCount > 0 : packet->attachmentCount == 0);
    FUZZ_VERIFY(packet->attachmentCount <= SocketIoPacket::maxAttachments);
    if (!packet->json.isEmpty())
        checkPayload(packet->json);

    const auto again = decodeSocketIoPacket(encodeSocketIoPacket(*packet));
    FUZZ_VERIFY(again.hasValue() && *again == *packet);

    const NamespaceQuery query = splitNamespaceQuery(packet->nsp);
    FUZZ_VERIFY(!query.nsp.contains('?'));
    const auto auth = parseJson(query.auth);
    FUZZ_VERIFY(auth && auth->isObject());
    return 0;
}
