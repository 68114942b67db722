// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_lines.h"

#include "packed_bytes.h"
#include "system.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>

namespace ticker::bench {

namespace {

constexpr std::uint64_t firstMs = 1'767'605'400'000;
constexpr std::uint64_t bytesOfTick = 30;

struct CloseFile final
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};

/// The content of a file, which is written when there is enough of it. In the one process of a benchmark.
class LineFile final
{
public:
    LineFile(const std::string &path, bool isPacked) : m_file(std::fopen(path.c_str(), "wb")), m_isPacked(isPacked)
    {
        if (!m_file)
            failWithErrno("making a file");
    }

    void put(const char *text) { m_text += text; }
    void put(std::uint64_t number, int leastDigits = 1)
    {
        std::array<char, 24> digits{};
        const char *const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        const auto size = std::size_t(end - digits.data());
        m_text.append(std::max(std::size_t(leastDigits), size) - size, '0').append(digits.data(), size);
    }
    void endLine()
    {
        constexpr std::size_t enough = 16 * 1024 * 1024;
        m_text += '\n';
        ++m_made.lines;
        if (m_text.size() >= enough)
            write();
    }
    /// Each member of a gzip file is packed by itself.
    void write()
    {
        QByteArray bytes = QByteArray::fromRawData(m_text.data(), qsizetype(m_text.size()));
        if (m_isPacked)
            bytes = gzipped(bytes);
        if (std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), m_file.get()) != std::size_t(bytes.size())
            || std::fflush(m_file.get()) != 0)
            failWithErrno("writing a file");
        m_made.bytes += std::uint64_t(bytes.size());
        m_text.clear();
    }
    [[nodiscard]] const MadeFile &made() const { return m_made; }

private:
    std::unique_ptr<std::FILE, CloseFile> m_file;
    bool m_isPacked;
    std::string m_text;
    MadeFile m_made;
};

/// "1767605400000,ACME,123.45,100".
void putTick(LineFile *file, std::uint64_t timeMs, const char *symbol, std::uint64_t number)
{
    constexpr std::uint64_t prices = 997;
    constexpr std::uint64_t sizes = 41;
    constexpr std::uint64_t hundred = 100;
    file->put(timeMs);
    file->put(",");
    file->put(symbol);
    file->put(",");
    file->put(hundred + number % prices / hundred);
    file->put(".");
    file->put(number % prices % hundred, 2);
    file->put(",");
    file->put(hundred * (1 + number % sizes));
    file->endLine();
}

void putTicks(LineFile *file, std::uint64_t lines, bool isNewestFirst)
{
    file->put("time,symbol,price,size");
    file->endLine();
    for (std::uint64_t i = 0; i < lines; ++i)
        putTick(file, firstMs + (isNewestFirst ? lines - i : i), "ACME", i);
}

void putSymbols(LineFile *file, std::uint64_t lines)
{
    constexpr std::array symbols{"AAAA", "BBBB", "CCCC", "DDDD", "EEEE", "FFFF", "GGGG", "HHHH"};
    file->put("time,symbol,price,size");
    file->endLine();
    for (const char *symbol : symbols) {
        for (std::uint64_t i = 0; i < lines / symbols.size(); ++i)
            putTick(file, firstMs + i, symbol, i);
    }
}

/// "02/01/2024 10:00:00,123,7", some a second, from the 2nd to the 13th of a month.
void putDates(LineFile *file, std::uint64_t lines)
{
    constexpr std::uint64_t openDays = 11;
    constexpr std::uint64_t secondsOfDay = 86'400;
    constexpr std::uint64_t sixty = 60;
    file->put("date,price,size");
    file->endLine();
    for (std::uint64_t i = 0; i <= lines; ++i) {
        const std::uint64_t second = i * openDays * secondsOfDay / lines;
        file->put(2 + second / secondsOfDay, 2);
        file->put("/01/2024 ");
        file->put(second % secondsOfDay / sixty / sixty, 2);
        file->put(":");
        file->put(second / sixty % sixty, 2);
        file->put(":");
        file->put(second % sixty, 2);
        file->put(",123.45,100");
        file->endLine();
    }
}

} // namespace

MadeFile makeReplayFile(const std::string &kind, const std::string &path, std::uint64_t bytes)
{
    const std::uint64_t lines = bytes / bytesOfTick;
    LineFile file(path, kind == "gzip");
    if (kind == "ticks" || kind == "gzip" || kind == "newest-first")
        putTicks(&file, lines, kind == "newest-first");
    else if (kind == "by-symbol")
        putSymbols(&file, lines);
    else if (kind == "late-date")
        putDates(&file, lines);
    else
        fail((kind + " is no kind of file").c_str());
    file.write();
    return file.made();
}

} // namespace ticker::bench
