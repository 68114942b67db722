// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "replay/bar_length.h"
#include "replay/replay_bar.h"
#include "replay/replay_groups.h"
#include "replay/replay_index.h"
#include "replay/replay_next.h"
#include "replay/seen_decimals.h"
#include "replay_file/replay_opening.h"
#include "replay_file/replay_options.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// The price of an instrument at one moment of a file.
struct ReplayQuote final
{
    quint16 instrument = 0; ///< Its place in ReplaySource::spec().
    quint64 size = 0;       ///< In units of the instrument's sizes, at least 1.
    qint64 price = 0;       ///< In units of the instrument's grid; 0 and less may be, where the file says so.

    friend bool operator==(const ReplayQuote &, const ReplayQuote &) = default;
};

/// One moment of a file.
struct ReplayTick final
{
    qint64 timeNs = 0;               ///< Since 1970, UTC.
    quint64 seq = 0;                 ///< As the file says; 0: it does not.
    std::vector<ReplayQuote> quotes; ///< At least one, in the order of the instruments, one for each.

    friend bool operator==(const ReplayTick &, const ReplayTick &) = default;
};

/// A file of ticks or bars, one tick after the other. It is read in blocks of ReplayFile::blockBytes while it is played,
/// never as a whole, and stays open, so that it may be renamed or deleted meanwhile. Knows nothing of when ticks are due
/// (ReplaySchedule does). Any one thread; owned by whoever plays the file.
///
/// Lines with the same time, and the same seq if they have one, are one tick; a symbol that comes again begins the next.
/// A bar is four ticks: open, then low and high (high first if it closes no higher than it opened), close, evenly over
/// the time that it lasts, see BarLength.
class ReplaySource final
{
public:
    /// The instruments and their decimals are looked for in so many bytes when a file is opened.
    static constexpr quint64 bytesScanned = 64 * 1024;

    /// Fails when there are no ticks, or none before the first bad line at which it is to stop. Takes milliseconds, however
    /// large the file is.
    [[nodiscard]] static Expected<ReplaySource, ReplayError> open(const ReplayOpening &opening);
    /// The same of a file, however long that takes: see ReplayOpening.
    [[nodiscard]] static Expected<ReplaySource, ReplayError> open(const QString &path, const ReplayOptions &options);

    /// The instruments found so far. At first those of the start of the file, with the decimals that were seen there; a
    /// symbol that comes later is added at the end, up to MarketSpec::mostInstruments (one more is an error). Grids and scales
    /// never change: prices and sizes with more decimals are rounded. The start price is an instrument's first.
    [[nodiscard]] const MarketSpec &spec() const { return m_spec; }

    /// Of the first tick, ns since 1970, UTC.
    [[nodiscard]] qint64 firstTimeNs() const { return m_firstTimeNs; }
    /// As the file writes the time of a line near the first tick: whoever doubts it looks what it is.
    [[nodiscard]] const QByteArray &firstTimeText() const { return m_groups.firstTimeText(); }

    /// The next tick, which stays until the next call. It may have added instruments: compare the size of
    /// spec().instruments. NotYet: the file grows and its last tick was returned, ask again in a moment; only of what
    /// isGrowing(). After an error every call returns it, until seek() or rewind().
    [[nodiscard]] Expected<ReplayNext, ReplayError> next();

    /// What is played comes while it is played: through a pipe, or into a file that is followed.
    [[nodiscard]] bool isGrowing() const { return m_file->isGrowing(); }
    /// It has an end only if something goes wrong.
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    /// Not of a pipe: it is played in its order, has no index, and cannot be played again if more came than is kept.
    [[nodiscard]] bool canSeek() const { return !m_file->isStream(); }

    /// The lines that the last tick was made of, until the next call.
    [[nodiscard]] const ReplayGroup &group() const { return m_groups.group(); }
    /// If they are bars: which of their four prices the tick has, from 0 on.
    [[nodiscard]] int stepOfBar() const { return m_step - 1; }

    /// What next() returns is an error until the next jump.
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }

    /// The next tick is the first one again.
    void rewind();
    /// The next tick is the first one that is not before this time (of bars: the first bar); after the last one: the end.
    /// The index must reach that far, and canSeek(), else this is an error and nothing changes. Reads at most a few dozen KiB, or a 10,000th of the file.
    [[nodiscard]] std::optional<ReplayError> seekTime(qint64 timeNs);
    /// The same by progress(), from 0 to 1.
    [[nodiscard]] std::optional<ReplayError> seekShare(double share);

    /// The place of the next tick in the file, in bytes of its lines.
    [[nodiscard]] quint64 offset() const;
    /// What share of the file a place is at, from 0 to 1; of a pipe, of what has come.
    [[nodiscard]] double shareAt(quint64 offset) const;
    /// That of the next tick.
    [[nodiscard]] double progress() const { return shareAt(offset()); }
    /// How many ticks of the file are before the next one.
    [[nodiscard]] quint64 position() const { return m_position; }
    /// Lines that were left out since the start or the last jump.
    [[nodiscard]] const SkippedLines &skipped() const { return m_groups.skipped(); }
    /// Lines that came after later ones and were put in order, since then.
    [[nodiscard]] quint64 reordered() const { return m_groups.reordered(); }

    /// Reads on in the file to know its length; ends at the first bad line when that stops playing, too. Returns after
    /// about the given time with the share that is done, 1 at the end. Call it from the event loop, a few ms a time.
    /// Of what cannot be sought in there is no index: 0.
    double indexSome(std::chrono::nanoseconds atMost) { return canSeek() ? m_index.readSome(atMost) : 0; }
    /// What is known so far: count, first and last time, and how far seek can go.
    [[nodiscard]] const ReplayIndex &index() const { return m_index; }

    [[nodiscard]] quint64 fileBytes() const { return m_file->size(); }
    /// What had to be done to it to read its lines, how they are read, and what they are of.
    [[nodiscard]] const ReplayTextForm &form() const { return m_file->form(); }
    [[nodiscard]] const TickLayout &layout() const { return *m_groups.layout(); }
    [[nodiscard]] TickLayout::Content content() const { return *m_groups.content(); }

private:
    ReplaySource(const std::shared_ptr<ReplayFile> &file, const ReplayOptions &options);

    [[nodiscard]] std::optional<ReplayError> scan();
    void findBarLength();
    [[nodiscard]] ReplayError noTicks() const;
    void addInstrument(const TickFileQuote &first, const SeenDecimals &seen);
    void jump(const ReplayIndex::Entry &entry);
    void readGroup();
    template<typename Reached>
    [[nodiscard]] std::optional<ReplayError> readUntil(const Reached &isReached);
    void makeTick();
    void addQuote(const ReplayGroup::Item &item);

    std::shared_ptr<ReplayFile> m_file;
    bool m_isFollowing;
    ReplayGroups m_groups;
    ReplayIndex m_index;
    MarketSpec m_spec;
    bool m_hasGroup = false; ///< m_groups.group() is the one that the next tick is of.
    int m_step = 0;          ///< Of the bar's four prices, the one that comes next.
    BarLength m_barLength;
    qint64 m_duration = 0;      ///< Of this bar.
    int m_mostDecimals = 0;     ///< Of any instrument's prices at the start of the file,
    int m_mostSizeDecimals = 0; ///< and of its sizes.
    bool m_sawFew = false;      ///< Of a file that grows: what is in it may have more decimals.
    quint64 m_position = 0;
    qint64 m_firstTimeNs = 0;
    ReplayTick m_tick;
    qint64 m_lastTimeNs = beforeAllTimes;               ///< Of the last tick.
    ReplayNext::Kind m_noGroup = ReplayNext::Kind::End; ///< Without an error, why there is none.
    std::optional<ReplayError> m_error;
};

} // namespace ticker
