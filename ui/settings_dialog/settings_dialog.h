// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/preferences.h"

#include <QDialog>
#include <QPointer>

class QFileDialog;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ticker {

class AccessSection;
class LanSection;
class LimitsSection;
class ListenSection;
class AutostartSection;
class LookSection;

/// All settings on one page, which scrolls where it is small. What is changed has its effect at once, so there is nothing
/// to accept. Shows values and asks for changes by signals. Main thread; owned by the application, used again each time.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(const SettingsChecks &checks, QWidget *parent = nullptr);

    /// Shows the dialog or brings it to the front.
    void bringToFront();
    /// Of a dialog that is shown: scrolls to what is about the network, its addresses and the QR code.
    void showNetwork();

    void showPreferences(const Preferences &preferences);
    void showStatus(const ServerStatus &status);
    void showAnswer(const ListenResult &answer);
    void showLan(const LanView &lan);
    /// What came of an export, an import, or a change that could not be made; stays until there is another.
    void showMessage(const QString &text);

    void done(int result) override;

Q_SIGNALS:
    void listenWanted(const ticker::ListenAddress &address);
    /// Whether the network is let in for an hour only.
    void lanHourChosen(bool forAnHour);
    void accessChosen(const ticker::AccessRules &rules);
    void limitsChosen(const ticker::ChosenLimits &limits);
    void lookChosen(const ticker::LookSettings &look);
    void loginStartChosen(const ticker::Autostart &start);
    void exportWanted(const QString &path);
    void importWanted(const QString &path);
    /// Asked and answered with yes.
    void defaultsWanted();

private:
    void setupSections(const SettingsChecks &checks, QVBoxLayout *layout);
    [[nodiscard]] QWidget *makeButtons();
    void askForFile(bool toSave);
    void askForDefaults();

    Preferences m_shown;
    QPointer<QFileDialog> m_fileDialog;
    QScrollArea *m_scroller = nullptr;
    ListenSection *m_listen = nullptr;
    LanSection *m_lan = nullptr;
    AccessSection *m_access = nullptr;
    AutostartSection *m_login = nullptr;
    LookSection *m_look = nullptr;
    LimitsSection *m_limits = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace ticker
