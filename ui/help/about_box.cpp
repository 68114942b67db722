// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/about_box.h"

#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace ticker {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::AboutBox)
};

} // namespace

void openAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(Text::tr("About TickerTray"));
    box->setIconPixmap(programIcon(QStringLiteral("tickertray")).pixmap(64, 64));
    box->setText(plainText(Text::tr("TickerTray %1").arg(QCoreApplication::applicationVersion())));
    box->setInformativeText(
        Text::tr("A local ticker server. It streams simulated prices to every connected browser and client, at the "
                 "rate you choose.\n\nFree software under the GNU General Public License, version 3 or later."));
    box->addButton(QMessageBox::Close);
    box->open();
}

} // namespace ticker
