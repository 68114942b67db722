// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/tick_history.h"

#include "instruments/instrument.h"
#include "instruments/quote.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ticker {

namespace {

constexpr std::size_t wordsPerChunk = 32 * 1024;
constexpr quint16 nowhere = 0x7FFF; ///< No place in a chunk: a trade takes more than its last word.
constexpr std::size_t fewestChunks = 2;
constexpr std::size_t sizePerPointer = 2 * sizeof(void *); ///< In a vector, which doubles.

// A trade is two words. The first one has its price without the sign, its instrument, and whether a third one follows.
constexpr int priceShift = 10;
constexpr int instrumentShift = 1;
constexpr quint64 instrumentMask = 0x1FF;
constexpr quint64 hasPrevious = 1;
// The second one has the lower half of its size, then the places of the next and the last trade of its instrument,
// whether its price is negative, and whether the size has an upper half.
constexpr int nextShift = 32;
constexpr int beforeShift = 47;
constexpr quint64 placeMask = 0x7FFF;
constexpr quint64 isNegative = quint64(1) << 62;
constexpr quint64 isLarge = quint64(1) << 63;
constexpr quint64 sizeMask = 0xFFFF'FFFF;
constexpr int upperShift = 32;
// The third one has the previous price. It is left out where that is the price of the trade before in this chunk. The last
// one has the upper half of the size, where that has one.
constexpr std::size_t wordsPerTrade = 2;
constexpr std::size_t mostWordsPerTrade = 4;

// A tick is one word: its time, and the place of its first trade.
constexpr int timeShift = 15;
constexpr quint64 firstMask = 0x7FFF;

static_assert(MarketSpec::mostInstruments - 1 <= int(instrumentMask));
static_assert(quint64(PriceGrid::largestPrice) <= ~quint64(0) >> priceShift);
static_assert(wordsPerChunk - 1 <= firstMask && wordsPerChunk - 1 <= nowhere);
static_assert(TickHistory::latestTimeMs == std::numeric_limits<qint64>::max() >> timeShift);
static_assert(MarketSpec::mostInstruments * mostWordsPerTrade < wordsPerChunk, "any tick fits into an empty chunk");

} // namespace

/// A run of ticks. Trades fill the words from the front, ticks from the back; where they meet it is full.
struct TickHistory::Chunk final
{
    struct Ends final
    {
        quint16 first = nowhere;
        quint16 last = nowhere;
    };

    quint64 firstSeq = 0;
    std::size_t ticks = 0;
    std::size_t used = 0;                     ///< Words of trades.
    std::vector<Ends> ends;                   ///< Of each instrument's trades.
    std::array<quint64, wordsPerChunk> words; ///< Not set before they are used.

    void begin(quint64 seq, std::size_t instruments)
    {
        firstSeq = seq;
        ticks = 0;
        used = 0;
        ends.assign(instruments, Ends());
    }

    [[nodiscard]] quint64 endSeq() const { return firstSeq + ticks; }
    [[nodiscard]] bool hasRoomFor(std::size_t trades) const
    {
        return used + mostWordsPerTrade * trades + ticks + 1 <= wordsPerChunk;
    }

    void append(const Tick &tick, qint64 timeMs)
    {
        const auto time = quint64(std::clamp(timeMs, earliestTimeMs, latestTimeMs));
        words[wordsPerChunk - 1 - ticks] = time << timeShift | used;
        ++ticks;
        for (const Quote &quote : tick.quotes)
            append(quote);
    }
    void append(const Quote &quote)
    {
        Q_ASSERT(quote.instrument < ends.size() && std::abs(quote.price) <= PriceGrid::largestPrice);
        Ends &end = ends[quote.instrument];
        const auto place = quint16(used);
        const bool linked = end.last != nowhere && price(end.last) == quote.previous;
        words[used] = quint64(std::abs(quote.price)) << priceShift | quint64(quote.instrument) << instrumentShift
            | (linked ? 0 : hasPrevious);
        const quint64 upper = quote.size >> upperShift;
        words[used + 1] = (quote.size & sizeMask) | quint64(nowhere) << nextShift | quint64(end.last) << beforeShift
            | (quote.price < 0 ? isNegative : 0) | (upper > 0 ? isLarge : 0);
        used += wordsPerTrade;
        if (!linked)
            words[used++] = quint64(quote.previous);
        if (upper > 0)
            words[used++] = upper;
        if (end.last == nowhere) {
            end.first = place;
        } else {
            quint64 &links = words[std::size_t(end.last) + 1];
            links = (links & ~(placeMask << nextShift)) | quint64(place) << nextShift;
        }
        end.last = place;
    }

    [[nodiscard]] qint64 timeMs(std::size_t tick) const { return qint64(words[wordsPerChunk - 1 - tick]) >> timeShift; }
    /// The place of a tick's first trade; that of the end for the tick after the last.
    [[nodiscard]] quint16 firstOf(std::size_t tick) const
    {
        return tick < ticks ? quint16(words[wordsPerChunk - 1 - tick] & firstMask) : quint16(used);
    }
    /// The tick that a place belongs to.
    [[nodiscard]] std::size_t tickAt(quint16 place) const
    {
        std::size_t low = 0;
        std::size_t high = ticks;
        while (high - low > 1) {
            const std::size_t middle = low + (high - low) / 2;
            (firstOf(middle) <= place ? low : high) = middle;
        }
        return low;
    }

    [[nodiscard]] qint64 price(quint16 place) const
    {
        const auto amount = qint64(words[place] >> priceShift);
        return (words[place + 1U] & isNegative) != 0 ? -amount : amount;
    }
    [[nodiscard]] bool keepsPrevious(quint16 place) const { return (words[place] & hasPrevious) != 0; }
    [[nodiscard]] bool hasUpperSize(quint16 place) const { return (words[place + 1U] & isLarge) != 0; }
    [[nodiscard]] std::size_t wordsOf(quint16 place) const
    {
        return wordsPerTrade + (keepsPrevious(place) ? 1 : 0) + (hasUpperSize(place) ? 1 : 0);
    }
    [[nodiscard]] quint64 size(quint16 place) const
    {
        const quint64 upper = hasUpperSize(place) ? words[place + wordsOf(place) - 1] : 0;
        return upper << upperShift | (words[place + 1U] & sizeMask);
    }
    [[nodiscard]] quint16 next(quint16 place) const { return quint16(words[place + 1U] >> nextShift & placeMask); }
    [[nodiscard]] quint16 before(quint16 place) const { return quint16(words[place + 1U] >> beforeShift & placeMask); }
    [[nodiscard]] Trade trade(quint16 place, std::size_t tick) const
    {
        return {.seq = firstSeq + tick,
                .timeMs = timeMs(tick),
                .price = price(place),
                .previous = keepsPrevious(place) ? qint64(words[place + wordsPerTrade]) : price(before(place)),
                .size = size(place),
                .instrument = quint16(words[place] >> instrumentShift & instrumentMask)};
    }
};

TickHistory::TickHistory(std::size_t instruments, Limits limits)
    : m_instruments(instruments), m_mostTicks(std::max<std::size_t>(limits.ticks, 1)),
      m_bytesPerChunk(sizeof(Chunk) + instruments * sizeof(Chunk::Ends) + sizePerPointer),
      m_mostChunks(std::max(limits.bytes / m_bytesPerChunk, fewestChunks))
{
    Q_ASSERT(instruments >= 1 && instruments <= MarketSpec::mostInstruments);
}

TickHistory::~TickHistory() = default;
TickHistory::TickHistory(TickHistory &&) noexcept = default;
TickHistory &TickHistory::operator=(TickHistory &&) noexcept = default;

void TickHistory::append(const Tick &tick, qint64 timeMs)
{
    Q_ASSERT(tick.seq >= 1 && (isEmpty() || tick.seq == m_lastSeq + 1));
    Q_ASSERT(tick.quotes.size() <= m_instruments);
    if (isEmpty() || !m_chunks.back()->hasRoomFor(tick.quotes.size()))
        beginChunk(tick.seq);
    m_chunks.back()->append(tick, timeMs);
    m_lastSeq = tick.seq;
}

/// The last chunk is the one that begins with that tick. It is an old one if there is one to spare.
void TickHistory::beginChunk(quint64 seq)
{
    const quint64 kept = seq > m_mostTicks ? seq - m_mostTicks + 1 : 1;
    std::unique_ptr<Chunk> chunk;
    while (!m_chunks.empty() && (m_chunks.size() >= m_mostChunks || m_chunks.front()->endSeq() <= kept)) {
        chunk = std::move(m_chunks.front());
        m_chunks.erase(m_chunks.begin());
    }
    if (!chunk)
        chunk = std::make_unique_for_overwrite<Chunk>();
    chunk->begin(seq, m_instruments);
    m_chunks.push_back(std::move(chunk));
}

void TickHistory::clear()
{
    if (m_chunks.size() > 1)
        m_chunks.resize(1);
    if (!m_chunks.empty())
        m_chunks.front()->begin(0, m_instruments);
    m_lastSeq = 0;
}

quint64 TickHistory::firstSeq() const
{
    if (isEmpty())
        return 0;
    const quint64 oldest = m_chunks.front()->firstSeq;
    return m_lastSeq - oldest >= m_mostTicks ? m_lastSeq - m_mostTicks + 1 : oldest;
}

std::size_t TickHistory::chunkOf(quint64 seq) const
{
    const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), seq,
                                        [](quint64 one, const auto &chunk) { return one < chunk->firstSeq; });
    return std::size_t(after - m_chunks.begin()) - 1;
}

std::optional<qint64> TickHistory::timeMs(quint64 seq) const
{
    if (!holds(seq))
        return std::nullopt;
    const Chunk &chunk = *m_chunks[chunkOf(seq)];
    return chunk.timeMs(seq - chunk.firstSeq);
}

TickHistory::TradeWalk TickHistory::tradesFrom(int instrument, quint64 seq) const
{
    Q_ASSERT(instrument >= 0 && std::size_t(instrument) < m_instruments);
    TradeWalk walk(*this, instrument, TradeWalk::Direction::Forward);
    walk.m_chunk = m_chunks.size();
    walk.m_at = nowhere;
    if (isEmpty() || seq > m_lastSeq)
        return walk;
    const quint64 first = std::max(seq, firstSeq());
    walk.m_chunk = chunkOf(first);
    const Chunk &chunk = *m_chunks[walk.m_chunk];
    const quint16 from = chunk.firstOf(first - chunk.firstSeq);
    walk.m_at = chunk.ends[walk.m_instrument].first;
    while (walk.m_at != nowhere && walk.m_at < from)
        walk.m_at = chunk.next(walk.m_at);
    return walk;
}

TickHistory::TradeWalk TickHistory::tradesBack(int instrument, quint64 seq) const
{
    Q_ASSERT(instrument >= 0 && std::size_t(instrument) < m_instruments);
    TradeWalk walk(*this, instrument, TradeWalk::Direction::Back);
    walk.m_at = nowhere;
    if (isEmpty() || seq < firstSeq())
        return walk;
    const quint64 last = std::min(seq, m_lastSeq);
    const std::size_t place = chunkOf(last);
    const Chunk &chunk = *m_chunks[place];
    const quint16 end = chunk.firstOf(last - chunk.firstSeq + 1);
    walk.m_chunk = place + 1;
    walk.m_at = chunk.ends[walk.m_instrument].last;
    while (walk.m_at != nowhere && walk.m_at >= end)
        walk.m_at = chunk.before(walk.m_at);
    return walk;
}

TickHistory::TickWalk TickHistory::tradesOf(quint64 seq) const
{
    TickWalk walk;
    if (!holds(seq))
        return walk;
    walk.m_chunk = m_chunks[chunkOf(seq)].get();
    walk.m_tick = seq - walk.m_chunk->firstSeq;
    walk.m_at = walk.m_chunk->firstOf(walk.m_tick);
    walk.m_end = walk.m_chunk->firstOf(walk.m_tick + 1);
    return walk;
}

/// Goes to the chunk that has the next trade; false: there is none.
bool TickHistory::TradeWalk::find()
{
    const auto &chunks = m_history->m_chunks;
    while (m_at == nowhere) {
        if (m_direction == Direction::Forward) {
            if (m_chunk >= chunks.size() || ++m_chunk == chunks.size())
                return false;
            m_at = chunks[m_chunk]->ends[m_instrument].first;
        } else {
            if (m_chunk == 0 || --m_chunk == 0)
                return false;
            m_at = chunks[m_chunk - 1]->ends[m_instrument].last;
        }
    }
    return true;
}

const TickHistory::Chunk &TickHistory::TradeWalk::chunk() const
{
    return *m_history->m_chunks[m_direction == Direction::Forward ? m_chunk : m_chunk - 1];
}

std::optional<TickHistory::Trade> TickHistory::TradeWalk::next()
{
    if (!find())
        return std::nullopt;
    const bool forward = m_direction == Direction::Forward;
    const Trade trade = chunk().trade(m_at, chunk().tickAt(m_at));
    m_at = forward ? chunk().next(m_at) : chunk().before(m_at);
    if (!forward && trade.seq < m_history->firstSeq()) {
        m_chunk = 0; // The oldest chunk goes as a whole, its ticks before.
        m_at = nowhere;
        return std::nullopt;
    }
    return trade;
}

void TickHistory::TradeWalk::skip(std::size_t trades)
{
    for (; trades > 0 && find(); --trades)
        m_at = m_direction == Direction::Forward ? chunk().next(m_at) : chunk().before(m_at);
}

std::optional<TickHistory::Trade> TickHistory::TickWalk::next()
{
    if (m_at == m_end)
        return std::nullopt;
    const Trade trade = m_chunk->trade(m_at, m_tick);
    m_at += quint16(m_chunk->wordsOf(m_at));
    return trade;
}

} // namespace ticker
