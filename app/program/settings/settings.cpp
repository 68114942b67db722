// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "market_values/seed.h"
#include "settings/named_value.h"

#include <QHostAddress>
#include <QJsonArray>

#include <functional>

namespace ticker {

namespace {

constexpr Named<Theme> themes[] = {{Theme::System, "system"}, {Theme::Light, "light"}, {Theme::Dark, "dark"}};
constexpr Named<TrayIconStyle> trayIconStyles[] = {{TrayIconStyle::Automatic, "automatic"},
                                                   {TrayIconStyle::Light, "light"},
                                                   {TrayIconStyle::Dark, "dark"},
                                                   {TrayIconStyle::Colour, "colour"}};
constexpr Named<NoTrayChoice> noTrayChoices[] = {
    {NoTrayChoice::Ask, "ask"}, {NoTrayChoice::Quit, "quit"}, {NoTrayChoice::KeepServing, "keep-serving"}};

/// Reads the fields of one object and notes which of them are not what they should be.
class Reader final
{
public:
    Reader(const QJsonObject &object, QString prefix, QStringList *problems)
        : m_object(object), m_prefix(std::move(prefix)), m_problems(problems)
    {
    }

    /// Calls the setter with a present value; false from it means that the value is not understood.
    void read(const char *name, const std::function<bool(const QJsonValue &)> &set)
    {
        const QString key = QString::fromLatin1(name);
        const auto found = m_object.constFind(key);
        if (found != m_object.constEnd() && !set(*found))
            m_problems->append(m_prefix + key);
    }

    void readBool(const char *name, bool &target)
    {
        read(name, [&](const QJsonValue &value) {
            target = value.toBool(target);
            return value.isBool();
        });
    }

    void readString(const char *name, QString &target)
    {
        read(name, [&](const QJsonValue &value) {
            target = value.toString(target);
            return value.isString();
        });
    }

    template<typename Value, std::size_t Count>
    void readNamed(const char *name, const Named<Value> (&all)[Count], Value &target)
    {
        read(name, [&](const QJsonValue &value) {
            const auto named = valueOf(all, value.toString());
            target = named.value_or(target);
            return named.has_value();
        });
    }

    void readBytes(const char *name, QByteArray &target)
    {
        read(name, [&](const QJsonValue &value) {
            const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                                QByteArray::AbortOnBase64DecodingErrors);
            if (!value.isString() || !decoded)
                return false;
            target = *decoded;
            return true;
        });
    }

    void readStrings(const char *name, QStringList &target)
    {
        read(name, [&](const QJsonValue &value) {
            QStringList strings;
            const QJsonArray array = value.toArray();
            for (const auto &entry : array) {
                if (!entry.isString())
                    return false;
                strings.append(entry.toString());
            }
            if (value.isArray())
                target = strings;
            return value.isArray();
        });
    }

private:
    QJsonObject m_object;
    QString m_prefix;
    QStringList *m_problems;
};

void readPing(Reader &reader, const char *name, std::chrono::milliseconds &target)
{
    reader.read(name, [&](const QJsonValue &value) {
        const std::chrono::milliseconds time(value.toInt(-1));
        if (time < ChosenLimits::shortestPing || time > ChosenLimits::longestPing)
            return false;
        target = time;
        return true;
    });
}

void readNumber(Reader &reader, const char *name, int least, int most, int &target)
{
    reader.read(name, [&](const QJsonValue &value) {
        const int number = value.toInt(-1);
        if (number < least || number > most)
            return false;
        target = number;
        return true;
    });
}

void readClients(Reader &reader, Settings &settings)
{
    readPing(reader, "pingIntervalMs", settings.limits.pingInterval);
    readPing(reader, "pingTimeoutMs", settings.limits.pingTimeout);
    reader.read("slowClients", [&](const QJsonValue &value) {
        const auto policy = slowClientPolicyFromName(value.toString());
        settings.limits.slowClients = policy.value_or(settings.limits.slowClients);
        return policy.has_value();
    });
    readNumber(reader, "maxConnections", ChosenLimits::fewestConnections, ChosenLimits::mostConnections,
               settings.limits.maxConnections);
    readNumber(reader, "maxSessions", ChosenLimits::fewestSessions, ChosenLimits::mostSessions,
               settings.limits.maxSessions);
    readNumber(reader, "maxUnsentBytesTotal", ChosenLimits::fewestUnsentBytesTotal, ChosenLimits::mostUnsentBytesTotal,
               settings.limits.maxUnsentBytesTotal);
}

void readServer(Reader &reader, Settings &settings)
{
    reader.read("bind", [&](const QJsonValue &value) {
        if (QHostAddress(value.toString()).isNull())
            return false;
        settings.listen.address = value.toString();
        return true;
    });
    reader.read("port", [&](const QJsonValue &value) {
        const int port = value.toInt(-1);
        if (port < 0 || port > 65535)
            return false;
        settings.listen.port = quint16(port);
        return true;
    });
    reader.read("intervalMs", [&](const QJsonValue &value) {
        const auto interval = TickInterval::fromMilliseconds(value.toDouble(-1));
        settings.interval = interval.value_or(settings.interval);
        return interval.has_value();
    });
    // As text: JSON numbers lose digits beyond 2^53.
    reader.read("seed", [&](const QJsonValue &value) {
        const auto seed = seedFromText(value.toString().trimmed());
        if (seed)
            settings.seed = seed;
        return seed || value.isNull();
    });
    reader.read("market", [&](const QJsonValue &value) {
        settings.marketFile = value.toString();
        return value.isString() || value.isNull();
    });
    reader.readStrings("allowedHosts", settings.access.hosts);
    reader.readStrings("allowedOrigins", settings.access.origins);
    reader.readBool("allowNullOrigin", settings.access.allowNullOrigin);
    reader.readBool("allowJsonp", settings.limits.allowJsonp);
    readClients(reader, settings);
}

void readPrices(Reader &reader, PricesSettings &prices)
{
    reader.readBytes("header", prices.header);
    reader.readBytes("splitter", prices.splitter);
    reader.read("charted", [&](const QJsonValue &value) {
        QStringList symbols;
        const QJsonArray array = value.toArray();
        for (const auto &entry : array) {
            if (!entry.isString())
                return false;
            symbols.append(entry.toString());
        }
        if (value.isArray())
            prices.charted = symbols;
        return value.isArray() || value.isNull();
    });
    reader.read("seconds", [&](const QJsonValue &value) {
        const int seconds = value.toInt(-1);
        prices.seconds = seconds < 0 ? prices.seconds : seconds;
        return seconds >= 0;
    });
    reader.readBool("relative", prices.relative);
}

void readWindow(Reader &reader, WindowSettings &window, QStringList *problems)
{
    reader.read("prices", [&](const QJsonValue &value) {
        Reader prices(value.toObject(), QStringLiteral("window.prices."), problems);
        readPrices(prices, window.prices);
        return value.isObject();
    });
    reader.readBytes("geometry", window.geometry);
    reader.readBytes("clientsHeader", window.clientsHeader);
    reader.readString("view", window.view);
    reader.readString("folder", window.folder);
    reader.readBool("closeHintShown", window.closeHintShown);
    reader.readNamed("withoutTray", noTrayChoices, window.noTrayChoice);
}

void readLook(Reader &reader, LookSettings &look)
{
    reader.readNamed("theme", themes, look.theme);
    reader.readNamed("trayIcon", trayIconStyles, look.trayIcon);
    reader.readBool("risingIsRed", look.risingIsRed);
    reader.readBool("notifications", look.notifications);
}

} // namespace

QJsonObject toJson(const Settings &settings)
{
    const PricesSettings &shown = settings.window.prices;
    const QJsonObject prices{
        {QStringLiteral("header"), QString::fromLatin1(shown.header.toBase64())},
        {QStringLiteral("splitter"), QString::fromLatin1(shown.splitter.toBase64())},
        {QStringLiteral("charted"),
         shown.charted ? QJsonValue(QJsonArray::fromStringList(*shown.charted)) : QJsonValue()},
        {QStringLiteral("seconds"), shown.seconds},
        {QStringLiteral("relative"), shown.relative},
    };
    const QJsonObject window{
        {QStringLiteral("geometry"), QString::fromLatin1(settings.window.geometry.toBase64())},
        {QStringLiteral("clientsHeader"), QString::fromLatin1(settings.window.clientsHeader.toBase64())},
        {QStringLiteral("view"), settings.window.view},
        {QStringLiteral("folder"), settings.window.folder},
        {QStringLiteral("closeHintShown"), settings.window.closeHintShown},
        {QStringLiteral("withoutTray"), nameOf(noTrayChoices, settings.window.noTrayChoice)},
        {QStringLiteral("prices"), prices},
    };
    const QJsonObject look{
        {QStringLiteral("theme"), nameOf(themes, settings.look.theme)},
        {QStringLiteral("trayIcon"), nameOf(trayIconStyles, settings.look.trayIcon)},
        {QStringLiteral("risingIsRed"), settings.look.risingIsRed},
        {QStringLiteral("notifications"), settings.look.notifications},
    };
    return {
        {QStringLiteral("version"), currentSettingsVersion},
        {QStringLiteral("bind"), settings.listen.address},
        {QStringLiteral("port"), settings.listen.port},
        {QStringLiteral("intervalMs"), settings.interval.milliseconds()},
        {QStringLiteral("seed"), settings.seed ? QJsonValue(QString::number(*settings.seed)) : QJsonValue()},
        {QStringLiteral("market"), settings.marketFile.isEmpty() ? QJsonValue() : QJsonValue(settings.marketFile)},
        {QStringLiteral("allowedHosts"), QJsonArray::fromStringList(settings.access.hosts)},
        {QStringLiteral("allowedOrigins"), QJsonArray::fromStringList(settings.access.origins)},
        {QStringLiteral("allowNullOrigin"), settings.access.allowNullOrigin},
        {QStringLiteral("allowJsonp"), settings.limits.allowJsonp},
        {QStringLiteral("pingIntervalMs"), qint64(settings.limits.pingInterval.count())},
        {QStringLiteral("pingTimeoutMs"), qint64(settings.limits.pingTimeout.count())},
        {QStringLiteral("slowClients"), slowClientPolicyName(settings.limits.slowClients)},
        {QStringLiteral("maxConnections"), settings.limits.maxConnections},
        {QStringLiteral("maxSessions"), settings.limits.maxSessions},
        {QStringLiteral("maxUnsentBytesTotal"), settings.limits.maxUnsentBytesTotal},
        {QStringLiteral("look"), look},
        {QStringLiteral("window"), window},
        {QStringLiteral("readings"), settings.readings.toJson()},
    };
}

Settings settingsFromJson(const QJsonObject &object, QStringList *problems)
{
    Settings settings;
    Reader reader(object, {}, problems);
    reader.read("version", [](const QJsonValue &value) { return value.toInt() == currentSettingsVersion; });
    readServer(reader, settings);
    reader.read("look", [&](const QJsonValue &value) {
        Reader look(value.toObject(), QStringLiteral("look."), problems);
        readLook(look, settings.look);
        return value.isObject();
    });
    reader.read("readings", [&](const QJsonValue &value) {
        const auto readings = ReadingMemory::fromJson(value.toArray());
        settings.readings = readings.value_or(ReadingMemory());
        return value.isArray() && readings;
    });
    reader.read("window", [&](const QJsonValue &value) {
        Reader window(value.toObject(), QStringLiteral("window."), problems);
        readWindow(window, settings.window, problems);
        return value.isObject();
    });
    return settings;
}

std::optional<int> settingsVersion(const QJsonObject &object)
{
    const QJsonValue version = object.value(QStringLiteral("version"));
    return version.isDouble() ? std::optional(version.toInt()) : std::nullopt;
}

} // namespace ticker
