// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/close_question.h"

#include <QCheckBox>
#include <QPushButton>

namespace ticker {

CloseQuestion::CloseQuestion(QWidget *parent) : QMessageBox(parent)
{
    setObjectName(QStringLiteral("closeQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(QMessageBox::Question);
    setWindowTitle(tr("Close TickerTray"));
    setText(tr("Quit TickerTray, or keep it running in the background?"));
    setInformativeText(tr("This desktop has no system tray. In the background, the window stays in the task bar; start "
                          "TickerTray again to bring it back. Ctrl+Q in the window always quits."));

    QPushButton *quit = addButton(tr("&Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("closeQuestionQuitButton"));
    QPushButton *keep = addButton(tr("&Keep running in the background"), QMessageBox::AcceptRole);
    keep->setObjectName(QStringLiteral("closeQuestionKeepButton"));
    setEscapeButton(addButton(QMessageBox::Cancel));
    setDefaultButton(keep);

    auto *remember = new QCheckBox(tr("&Do not ask again"));
    remember->setObjectName(QStringLiteral("closeQuestionRememberBox"));
    remember->setChecked(true);
    setCheckBox(remember);

    connect(this, &QMessageBox::buttonClicked, this, [this, quit, keep, remember](const QAbstractButton *button) {
        if (button == quit)
            Q_EMIT answered(NoTrayChoice::Quit, remember->isChecked());
        else if (button == keep)
            Q_EMIT answered(NoTrayChoice::KeepServing, remember->isChecked());
    });
}

} // namespace ticker

#include "moc_close_question.cpp"
