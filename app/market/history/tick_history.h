// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace ticker {

struct Tick;

/// The newest ticks of a market: for a stream that is taken up again, and for the trades of one instrument. Knows no clock.
/// Server thread, or any other; owned by whoever plays the market. Can be moved, not copied.
///
/// Trades lie in chunks of 256 KiB in the order in which they came, so those of a tick are neighbours, and each knows the
/// one before and after it of its own instrument, so that nobody walks over the others'. A trade takes 16 bytes, one of 2^32 units or more 24, a tick 8.
/// A chunk is allocated when the one before is full. Once a limit is reached, the oldest takes its place instead.
class TickHistory final
{
    struct Chunk;

public:
    struct Limits final
    {
        std::size_t ticks = 100'000; ///< So many are kept, exactly, unless they take more than
        std::size_t bytes = 64 * 1024
            * 1024; ///< this: then fewer, a chunk less at a time. At least two chunks are used.
    };

    struct Trade final
    {
        quint64 seq = 0;     ///< Of its tick.
        qint64 timeMs = 0;   ///< Of its tick.
        qint64 price = 0;    ///< In units of the instrument's grid, as is
        qint64 previous = 0; ///< the price before this one.
        quint64 size = 0;    ///< In units of its scale.
        quint16 instrument = 0;

        friend bool operator==(const Trade &, const Trade &) = default;
    };

    class TradeWalk;
    class TickWalk;

    static constexpr quint64 newest = std::numeric_limits<quint64>::max();
    /// Times beyond are kept as these: the years -6949 and 10889.
    static constexpr qint64 latestTimeMs = (qint64(1) << 48) - 1;
    static constexpr qint64 earliestTimeMs = -latestTimeMs - 1;

    /// The number of instruments is from 1 to MarketSpec::mostInstruments.
    TickHistory(std::size_t instruments, Limits limits);
    ~TickHistory();
    TickHistory(TickHistory &&) noexcept;
    TickHistory &operator=(TickHistory &&) noexcept;

    /// The tick's seq is at least 1 and the one after lastSeq(), or any if nothing is held; each of its instruments exists
    /// and comes once; its prices are from -PriceGrid::largestPrice to PriceGrid::largestPrice (`previous` is any), its
    /// sizes any. The time is in ms since 1970 and may do what it likes.
    void append(const Tick &tick, qint64 timeMs);
    /// Forgets everything: before a tick whose seq does not follow on. Keeps one chunk.
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_lastSeq == 0; }
    /// Of the oldest tick held; 0: there is none.
    [[nodiscard]] quint64 firstSeq() const;
    /// Of the newest tick held; 0: there is none.
    [[nodiscard]] quint64 lastSeq() const { return m_lastSeq; }
    /// When that tick was made; nothing if it is not held.
    [[nodiscard]] std::optional<qint64> timeMs(quint64 seq) const;

    // A walk allocates nothing, and lasts until the next append() or clear(). So:
    //     for (auto walk = history.tradesBack(3); const auto trade = walk.next();)

    /// The trades of one instrument, oldest first, beginning with the tick `seq` or the first one held after it.
    [[nodiscard]] TradeWalk tradesFrom(int instrument, quint64 seq) const;
    /// The trades of one instrument, newest first, beginning with the tick `seq` or the last one held before it.
    [[nodiscard]] TradeWalk tradesBack(int instrument, quint64 seq = newest) const;
    /// All trades of one tick, in the order of the market; none if it is not held.
    [[nodiscard]] TickWalk tradesOf(quint64 seq) const;

    /// The memory that is held.
    [[nodiscard]] std::size_t bytes() const { return m_chunks.size() * m_bytesPerChunk; }

private:
    [[nodiscard]] bool holds(quint64 seq) const { return !isEmpty() && seq >= firstSeq() && seq <= m_lastSeq; }
    [[nodiscard]] std::size_t chunkOf(quint64 seq) const;
    void beginChunk(quint64 seq);

    std::size_t m_instruments;
    std::size_t m_mostTicks;
    std::size_t m_bytesPerChunk;
    std::size_t m_mostChunks;
    quint64 m_lastSeq = 0;
    std::vector<std::unique_ptr<Chunk>> m_chunks; ///< Oldest first.
};

/// The trades of one instrument, one after the other. See TickHistory::tradesFrom().
class TickHistory::TradeWalk final
{
public:
    /// Nothing: that was all.
    [[nodiscard]] std::optional<Trade> next();
    /// Passes over so many, or all that there are, in a tenth of the time.
    void skip(std::size_t trades);

private:
    friend class TickHistory;
    enum class Direction : quint8 { Forward, Back };

    TradeWalk(const TickHistory &history, int instrument, Direction direction)
        : m_history(&history), m_instrument(std::size_t(instrument)), m_direction(direction)
    {
    }

    [[nodiscard]] bool find();
    [[nodiscard]] const Chunk &chunk() const;

    const TickHistory *m_history;
    std::size_t m_instrument;
    std::size_t m_chunk = 0; ///< Going back, one more than its place, so that 0 is the end.
    quint16 m_at = 0;        ///< Where in the chunk the next trade is.
    Direction m_direction;
};

/// The trades of one tick, one after the other. See TickHistory::tradesOf().
class TickHistory::TickWalk final
{
public:
    /// Nothing: that was all.
    [[nodiscard]] std::optional<Trade> next();

private:
    friend class TickHistory;

    TickWalk() = default;

    const Chunk *m_chunk = nullptr;
    std::size_t m_tick = 0;
    quint16 m_at = 0;
    quint16 m_end = 0;
};

} // namespace ticker
