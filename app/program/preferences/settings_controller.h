// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/autostart_file.h"
#include "preferences/lan_access.h"
#include "server_values/notice_subject.h"
#include "settings/settings.h"
#include "settings_dialog/preferences.h"

#include <QMainWindow>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace ticker {

class SettingsDialog;
class TickerServer;
class TrayIcon;
struct FileResult;
struct ServerConfig;

/// The settings dialog put together with what it changes: the server, how the program looks, what starts at login, and what
/// is stored. Main thread; owned by the application.
class SettingsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsController)

public:
    struct Environment final
    {
        LanAccess::Environment lan;
        AutostartFile login;
        /// All settings as they would be stored now.
        std::function<Settings()> stored;
    };
    using ListenDone = std::function<void(const std::optional<ServerError> &)>;

    /// With what the server was started with, which the command line may have changed. The look is applied at once.
    SettingsController(const ServerConfig &config, const LookSettings &look, Environment environment);
    ~SettingsController() override;

    /// Who does what is chosen; to be called once, before the server is started.
    void connectServer(TickerServer *server);
    /// Adds the entries to the menus of the window and follows the tray.
    void connectWindow(QMainWindow &window, TrayIcon &tray);

    /// Has the server listen there and keep to these limits until the program ends: neither is stored. What cannot be had
    /// is reported(). Then calls back: why it does not listen there; nothing: it does.
    void useForNow(const ListenAddress &address, const ChosenLimits &limits, const ListenDone &done);

    /// Writes what was chosen on top of what is stored. Before anything was, that changes nothing.
    void addTo(Settings &settings) const;
    [[nodiscard]] const Preferences &preferences() const { return m_now; }
    [[nodiscard]] SettingsDialog &dialog() const { return *m_dialog; }

public Q_SLOTS:
    void open();
    /// The same, and scrolls to the network's part of it.
    void openNetwork();
    /// The server lets pages of this origin in; that was not chosen here.
    void keepOrigin(const QString &origin);

Q_SIGNALS:
    /// Something was chosen that should be stored.
    void changed();
    void lookChanged(const ticker::LookSettings &look);
    /// For a person who does not look at the dialog.
    void reported(const ticker::LocalizedText &line, const ticker::NoticeSubject &subject);
    /// What was reported of it, here or by the server, is true no longer.
    void over(const ticker::NoticeSubject &subject);
    /// Settings were imported that are to take the place of all those that are stored.
    void imported(const ticker::Settings &settings);

    // For the server
    void listenWanted(const ticker::ListenAddress &address);
    void accessChosen(const ticker::AccessRules &rules);
    void limitsChosen(const ticker::ChosenLimits &limits);

private:
    enum class Part : quint8 { Listen, Access, Limits, Look };
    struct ForNow final
    {
        ListenAddress address;
        ListenDone done;
    };

    void connectDialog();
    void chooseAccess(const AccessRules &rules);
    void chooseLanHour(bool forAnHour);
    void closeNetwork();
    void chooseLimits(const ChosenLimits &limits);
    void chooseLook(const LookSettings &look);
    void chooseLogin(const Autostart &start);
    void takeAnswer(const ListenResult &answer);
    bool takeAnswerForNow(const ListenResult &answer);
    void takeFileResult(const FileResult &answer);
    void exportTo(const QString &path);
    void importFrom(const QString &path);
    void restoreDefaults();
    void followNetwork();
    void chooseAddress(const ListenAddress &address);
    /// What was given counts as chosen.
    void forgetGiven();
    /// That part was chosen, and is stored as it is now.
    void keep(Part part);
    void store(Part part, Settings &settings) const;

    Preferences m_now;
    // As the program or a second start was given them: nobody chose them, and so they are not stored.
    std::optional<QString> m_givenAddress;
    std::optional<quint16> m_givenPort;
    Environment m_environment;
    ServerStatus m_status;
    LanAccess m_lan;
    std::map<Part, bool> m_chosen;
    std::optional<QString> m_importedMarket; ///< Asked for, and not answered yet.
    QList<ForNow> m_forNow;                  ///< Asked for, and not answered yet.
    bool m_isImporting = false;              ///< The address that was imported is being tried.
    std::unique_ptr<SettingsDialog> m_dialog;
};

} // namespace ticker
