// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/lane_meter.h"

#include "http_codec/http_message.h"
#include "http_codec/raw_parameter.h"
#include "streams/byte_stream.h"

#include <QList>

#include <algorithm>

namespace ticker {

namespace {

constexpr qsizetype maxNameBytes = 64;

} // namespace

/// The count of one name. Shared by the meter and by whoever adds to it.
class Lane final
{
public:
    /// One connection that has left HTTP.
    class Stream final : public StreamMeter
    {
    public:
        Stream(std::shared_ptr<Lane> lane, const ByteStream &stream)
            : m_lane(std::move(lane)), m_stream(stream), m_before(stream.countedBytes())
        {
            m_lane->m_streams.push_back(this);
        }
        ~Stream() override { leave(); }
        Q_DISABLE_COPY_MOVE(Stream)

        void closing(const StreamBytes &total) override
        {
            m_lane->count.bytes.up += total.up - m_before.up;
            m_lane->count.bytes.down += total.down - m_before.down;
            leave();
        }
        [[nodiscard]] StreamBytes bytes() const
        {
            const StreamBytes total = m_stream.countedBytes();
            return {total.up - m_before.up, total.down - m_before.down};
        }

    private:
        void leave() { std::erase(m_lane->m_streams, this); }

        std::shared_ptr<Lane> m_lane;
        const ByteStream &m_stream; ///< Owns this.
        StreamBytes m_before;       ///< What it had counted when it left HTTP.
    };

    [[nodiscard]] LaneCount total() const
    {
        LaneCount all = count;
        all.open = int(m_streams.size());
        for (const Stream *stream : m_streams) {
            const StreamBytes bytes = stream->bytes();
            all.bytes.up += bytes.up;
            all.bytes.down += bytes.down;
        }
        return all;
    }

    LaneCount count; ///< Without what is open.

private:
    std::vector<Stream *> m_streams;
};

void LaneCharge::up(qsizetype bytes)
{
    if (m_lane)
        m_lane->count.bytes.up += quint64(bytes);
}

void LaneCharge::down(QByteArrayView bytes)
{
    if (!m_lane)
        return;
    m_lane->count.bytes.down += quint64(bytes.size());
    m_lane->count.notModified += bytes.startsWith("HTTP/1.1 304 ") ? 1 : 0;
}

void LaneCharge::downMore(qint64 bytes)
{
    if (m_lane)
        m_lane->count.bytes.down += quint64(bytes);
}

void LaneCharge::follow(ByteStream &stream)
{
    if (m_lane)
        stream.setMeter(std::make_unique<Lane::Stream>(m_lane, stream));
}

LaneCharge LaneMeter::charge(const HttpRequest &request, qsizetype headBytes)
{
    const QByteArray name = rawParameters(request.query, "lane").value(0);
    if (!isName(name))
        return {};
    const std::shared_ptr<Lane> charged = lane(name);
    ++charged->count.requests;
    charged->count.bytes.up += quint64(headBytes);
    return LaneCharge(charged);
}

/// From the end: who asked lately asks again soon.
std::vector<LaneMeter::Entry>::const_iterator LaneMeter::find(const QByteArray &name) const
{
    const auto isIt = [&name](const Entry &entry) { return entry.name == name; };
    const auto found = std::find_if(m_lanes.rbegin(), m_lanes.rend(), isIt);
    return found == m_lanes.rend() ? m_lanes.end() : std::prev(found.base());
}

std::shared_ptr<Lane> LaneMeter::lane(const QByteArray &name)
{
    if (const auto found = find(name); found != m_lanes.end()) {
        const auto place = m_lanes.begin() + (found - m_lanes.cbegin());
        std::rotate(place, std::next(place), m_lanes.end());
    } else {
        if (m_lanes.size() >= m_maxLanes)
            m_lanes.erase(m_lanes.begin());
        m_lanes.push_back({name, std::make_shared<Lane>()});
    }
    return m_lanes.back().lane;
}

std::vector<LaneMeter::Named> LaneMeter::counts(const QList<QByteArray> &names) const
{
    std::vector<Named> all;
    if (names.isEmpty()) {
        for (const Entry &entry : m_lanes)
            all.emplace_back(entry.name, entry.lane->total());
    }
    for (const QByteArray &name : names) {
        if (const auto found = find(name); found != m_lanes.end())
            all.emplace_back(name, found->lane->total());
    }
    return all;
}

bool LaneMeter::isName(QByteArrayView name)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
            || c == '_';
    };
    return !name.isEmpty() && name.size() <= maxNameBytes && std::all_of(name.begin(), name.end(), isAllowed);
}

} // namespace ticker
