<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ticker::AboutBox</name>
    <message>
        <source>About TickerTray</source>
        <translation>Über TickerTray</translation>
    </message>
    <message>
        <source>TickerTray %1</source>
        <translation>TickerTray %1</translation>
    </message>
    <message>
        <source>A local ticker server: made-up prices, pushed to every browser and client that connects, as fast as you say.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ein Ticker-Server für diesen Rechner: erfundene Kurse, an jeden verbundenen Browser und Client gesendet, so schnell Sie wollen.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ticker::AddressBar</name>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
</context>
<context>
    <name>ticker::ChartBar</name>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>Die letzte Minute</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>The last five minutes</source>
        <translation>Die letzten fünf Minuten</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Die letzten 15 Minuten</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Die letzte Stunde</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All that the server keeps</source>
        <translation>Alles, was der Server aufhebt</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Goes with the newest tick again (End)</source>
        <translation>Geht wieder mit dem neuesten Tick (Ende)</translation>
    </message>
    <message>
        <source>In %</source>
        <translation>In %</translation>
    </message>
    <message>
        <source>Shows by how many per cent each instrument differs from the left edge of the chart</source>
        <translation>Zeigt, um wie viel Prozent jedes Instrument vom linken Rand des Diagramms abweicht</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>In Prozent</translation>
    </message>
</context>
<context>
    <name>ticker::ChartExport</name>
    <message>
        <source>E&amp;xport chart…</source>
        <translation>Diagramm e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Writes the chart to a PNG or SVG file</source>
        <translation>Schreibt das Diagramm in eine PNG- oder SVG-Datei</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Cannot write the chart to %1: %2</source>
        <translation>Das Diagramm lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>it has no size</source>
        <translation>es hat keine Größe</translation>
    </message>
</context>
<context>
    <name>ticker::ChartSummary</name>
    <message>
        <source>one minute</source>
        <translation>einer Minute</translation>
    </message>
    <message>
        <source>five minutes</source>
        <translation>fünf Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>einer Stunde</translation>
    </message>
    <message>
        <source>%1 %2, %3 in %4; lowest %5, highest %6</source>
        <extracomment>A symbol, its price, what it did (&quot;up 3&quot;), &quot;five minutes&quot;, its lowest and its highest price.</extracomment>
        <translation>%1 %2, %3 in %4; niedrigster %5, höchster %6</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>plus %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>ticker::ClientCells</name>
    <message>
        <source>%1 ticks sent</source>
        <translation>%1 Ticks gesendet</translation>
    </message>
    <message>
        <source>, %1 replaced by a newer one before they could leave</source>
        <translation>, %1 durch neuere ersetzt, ehe sie hinaus konnten</translation>
    </message>
    <message>
        <source>The client has sent no event that means nothing here</source>
        <translation>Der Client hat kein Ereignis gesendet, das hier unbekannt ist</translation>
    </message>
    <message>
        <source>%1, the last one named &quot;%2&quot;</source>
        <translation>%1, das letzte heißt „%2“</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Ticks sent</source>
        <translation>Ticks gesendet</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>Bytes gesendet</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Ungesendet</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Payload with framing, without HTTP and TCP headers</source>
        <translation>Nutzdaten mit Rahmen, ohne die Köpfe von HTTP und TCP</translation>
    </message>
    <message>
        <source>Bytes that wait because the client does not read fast enough</source>
        <translation>Bytes, die warten, weil der Client nicht schnell genug liest</translation>
    </message>
    <message>
        <source>Events from the client that mean nothing to this server</source>
        <translation>Ereignisse vom Client, die dieser Server nicht kennt</translation>
    </message>
    <message>
        <source>The client did not name itself</source>
        <translation>Der Client hat sich nicht genannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ticker::ClientsView</name>
    <message>
        <source>Connected clients</source>
        <translation>Verbundene Clients</translation>
    </message>
    <message>
        <source>No one is connected yet.</source>
        <translation>Noch ist niemand verbunden.</translation>
    </message>
    <message>
        <source>The server is not running.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>Open the page or point your client at %1</source>
        <translation>Öffnen Sie die Seite, oder richten Sie Ihren Client auf %1</translation>
    </message>
    <message>
        <source>Clients appear here once it serves.</source>
        <translation>Clients erscheinen hier, sobald er läuft.</translation>
    </message>
</context>
<context>
    <name>ticker::CloseQuestion</name>
    <message>
        <source>Close TickerTray</source>
        <translation>TickerTray schließen</translation>
    </message>
    <message>
        <source>Quit TickerTray, or keep serving in the background?</source>
        <translation>TickerTray beenden oder im Hintergrund weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. In the background the window stays in the task bar, and starting TickerTray again brings it back. Ctrl+Q in the window always quits.</source>
        <translation>Diese Arbeitsumgebung zeigt kein Symbol in der Leiste. Im Hintergrund bleibt das Fenster in der Taskleiste, und ein erneuter Start von TickerTray holt es zurück. Strg+Q im Fenster beendet immer.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keep serving in the background</source>
        <translation>&amp;Im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht mehr fragen</translation>
    </message>
</context>
<context>
    <name>ticker::FileActions</name>
    <message>
        <source>Open &amp;market…</source>
        <translation>Markt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Makes prices for the instruments of a file</source>
        <translation>Macht Kurse für die Instrumente einer Datei</translation>
    </message>
    <message>
        <source>Built-&amp;in market</source>
        <translation>&amp;Eingebauter Markt</translation>
    </message>
    <message>
        <source>Makes prices for the twelve invented companies again</source>
        <translation>Macht wieder Kurse für die zwölf erfundenen Firmen</translation>
    </message>
    <message>
        <source>&amp;Play file…</source>
        <translation>Datei abs&amp;pielen…</translation>
    </message>
    <message>
        <source>Sends the ticks of a file in place of the market&apos;s</source>
        <translation>Sendet die Ticks einer Datei statt derer des Markts</translation>
    </message>
    <message>
        <source>Bac&amp;k to the market</source>
        <translation>&amp;Zurück zum Markt</translation>
    </message>
    <message>
        <source>Ends the file and starts the market&apos;s tape again</source>
        <translation>Beendet die Datei und beginnt das Band des Markts von vorn</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>S&amp;top recording</source>
        <translation>Aufnahme s&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;Record to…</source>
        <translation>A&amp;ufnehmen in…</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme stoppen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Finishes the file that is recorded to (%1)</source>
        <translation>Schließt die Datei ab, in die aufgenommen wird (%1)</translation>
    </message>
    <message>
        <source>Writes every tick that goes out to a file (%1)</source>
        <translation>Schreibt jeden Tick, der hinausgeht, in eine Datei (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Aufnehmen in</translation>
    </message>
    <message>
        <source>Ticks (*.csv)</source>
        <translation>Ticks (*.csv)</translation>
    </message>
    <message>
        <source>Play file</source>
        <translation>Datei abspielen</translation>
    </message>
    <message>
        <source>Ticks or bars (*.csv *.tsv *.txt *.jsonl *.ndjson)</source>
        <translation>Ticks oder Kerzen (*.csv *.tsv *.txt *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Open market</source>
        <translation>Markt öffnen</translation>
    </message>
    <message>
        <source>Markets (*.json *.csv)</source>
        <translation>Märkte (*.json *.csv)</translation>
    </message>
</context>
<context>
    <name>ticker::FileWords</name>
    <message>
        <source>Cannot open %1. %2</source>
        <translation>%1 lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>Cannot play %1: %2</source>
        <translation>%1 lässt sich nicht abspielen: %2</translation>
    </message>
    <message>
        <source>Cannot use the market in %1: %2</source>
        <translation>Der Markt in %1 ist nicht zu gebrauchen: %2</translation>
    </message>
    <message>
        <source>Cannot record to %1: %2</source>
        <translation>In %1 lässt sich nicht aufnehmen: %2</translation>
    </message>
    <message>
        <source>1 tick</source>
        <translation>1 Tick</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 Ticks</translation>
    </message>
    <message>
        <source>Recording to %1, %2, %3</source>
        <extracomment>file, ticks, bytes</extracomment>
        <translation>Aufnahme in %1, %2, %3</translation>
    </message>
    <message>
        <source>Finishing %1, %2…</source>
        <translation>%1 wird abgeschlossen, %2…</translation>
    </message>
    <message>
        <source>Recorded to %1, %2, %3</source>
        <translation>Aufgenommen in %1, %2, %3</translation>
    </message>
    <message>
        <source>Recording to %1 failed; what was written is in the file with .part behind its name</source>
        <translation>Die Aufnahme in %1 ist gescheitert; was geschrieben wurde, ist in der Datei mit .part hinter dem Namen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Zu Ende</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reading the file: %1</source>
        <translation>Die Datei wird gelesen: %1</translation>
    </message>
    <message>
        <source>It cannot be played any further: %1</source>
        <translation>Weiter lässt sie sich nicht abspielen: %1</translation>
    </message>
    <message>
        <source>Not while a file is played: it has its own prices and times. Go back to the market first.</source>
        <translation>Nicht, während eine Datei läuft: sie hat ihre eigenen Kurse und Zeiten. Gehen Sie zuerst zurück zum Markt.</translation>
    </message>
</context>
<context>
    <name>ticker::LoadLine</name>
    <message>
        <source>Bytes are those that clients were sent, with framing and without HTTP and TCP headers. The processor&apos;s share is that of the server&apos;s thread, of one core.</source>
        <translation>Die Bytes sind die an Clients gesendeten, mit Rahmen und ohne die Köpfe von HTTP und TCP. Der Anteil des Prozessors ist der des Server-Threads, an einem Kern.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>actual rate, asked rate</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 a second · %3 % of a core</source>
        <comment>rate, bytes, processor</comment>
        <translation>%1 · %2 je Sekunde · %3 % eines Kerns</translation>
    </message>
</context>
<context>
    <name>ticker::MainWindow</name>
    <message>
        <source>&amp;Open page</source>
        <translation>Seite &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About TickerTray</source>
        <translation>&amp;Über TickerTray</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>F&amp;eed</source>
        <translation>&amp;Feed</translation>
    </message>
    <message>
        <source>&amp;Market</source>
        <translation>&amp;Markt</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>TickerTray</source>
        <translation>TickerTray</translation>
    </message>
    <message>
        <source>%1 – TickerTray</source>
        <comment>address</comment>
        <translation>%1 – TickerTray</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>No browser could be started. The page is at %1</source>
        <translation>Es ließ sich kein Browser starten. Die Seite ist unter %1</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
</context>
<context>
    <name>ticker::MarketControl</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Spike in per cent</source>
        <translation>Sprung in Prozent</translation>
    </message>
    <message>
        <source>Crash in per cent</source>
        <translation>Absturz in Prozent</translation>
    </message>
    <message>
        <source>Drift in per cent a tick</source>
        <translation>Drift in Prozent je Tick</translation>
    </message>
    <message>
        <source>Burst in ticks</source>
        <translation>Schub in Ticks</translation>
    </message>
    <message>
        <source> tick</source>
        <translation> Tick</translation>
    </message>
    <message>
        <source> ticks</source>
        <translation> Ticks</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>What the buttons of this group act on</source>
        <translation>Worauf die Knöpfe dieser Gruppe wirken</translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation>Alle Instrumente</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Single &amp;tick</source>
        <translation>Ein&amp;zeltick</translation>
    </message>
    <message>
        <source>One tick now, also while paused</source>
        <translation>Ein Tick sofort, auch während angehalten ist</translation>
    </message>
    <message>
        <source>Choose &amp;instrument</source>
        <translation>&amp;Instrument wählen</translation>
    </message>
    <message>
        <source>Choose instrument</source>
        <translation>Instrument wählen</translation>
    </message>
    <message>
        <source>&amp;Spike</source>
        <translation>&amp;Sprung</translation>
    </message>
    <message>
        <source>The price jumps up by this share of it</source>
        <translation>Der Kurs springt um diesen Anteil nach oben</translation>
    </message>
    <message>
        <source>Cras&amp;h</source>
        <translation>Abst&amp;urz</translation>
    </message>
    <message>
        <source>The price falls by this share of it</source>
        <translation>Der Kurs fällt um diesen Anteil</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>D&amp;rift</translation>
    </message>
    <message>
        <source>From now on the price moves by this much more with each tick; 0 ends it</source>
        <translation>Ab jetzt bewegt sich der Kurs mit jedem Tick um so viel mehr; 0 beendet das</translation>
    </message>
    <message>
        <source>&amp;Burst ×10</source>
        <translation>Schu&amp;b ×10</translation>
    </message>
    <message>
        <source>Ten times the movement and the sizes, for so many ticks</source>
        <translation>Zehnfache Bewegung und Umsätze, für so viele Ticks</translation>
    </message>
    <message>
        <source>Halt tradin&amp;g</source>
        <translation>Handel &amp;aussetzen</translation>
    </message>
    <message>
        <source>No trades until they are resumed</source>
        <translation>Kein Handel, bis er wieder aufgenommen wird</translation>
    </message>
    <message>
        <source>&amp;Resume trading</source>
        <translation>Handel f&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Trades go on after a halt</source>
        <translation>Der Handel geht nach einer Aussetzung weiter</translation>
    </message>
    <message>
        <source>&amp;Flat on</source>
        <translation>&amp;Flach ein</translation>
    </message>
    <message>
        <source>Trades go on at the price of now</source>
        <translation>Der Handel geht zum jetzigen Kurs weiter</translation>
    </message>
    <message>
        <source>Flat &amp;off</source>
        <translation>F&amp;lach aus</translation>
    </message>
    <message>
        <source>The price moves again</source>
        <translation>Der Kurs bewegt sich wieder</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Instrument</source>
        <translation>&amp;Instrument</translation>
    </message>
</context>
<context>
    <name>ticker::MessageBar</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Use the &amp;next free port</source>
        <translation>&amp;Nächsten freien Port nehmen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Noch &amp;einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ticker::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Aus&amp;blenden</translation>
    </message>
</context>
<context>
    <name>ticker::PlaybackBar</name>
    <message>
        <source>File that is played</source>
        <translation>Datei, die abgespielt wird</translation>
    </message>
    <message>
        <source>The time of the file</source>
        <translation>Die Zeit der Datei</translation>
    </message>
    <message>
        <source>One can go as far as it has been read</source>
        <translation>Man kann so weit gehen, wie sie gelesen ist</translation>
    </message>
    <message>
        <source>Position in the file</source>
        <translation>Stelle in der Datei</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many times as fast as in the file</source>
        <translation>Wievielmal so schnell wie in der Datei</translation>
    </message>
    <message>
        <source> ×</source>
        <comment>so many times as fast</comment>
        <translation> ×</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Von vo&amp;rn</translation>
    </message>
    <message>
        <source>Begins again at the end</source>
        <translation>Beginnt am Ende von vorn</translation>
    </message>
    <message>
        <source>&amp;Skip gaps</source>
        <translation>&amp;Lücken kürzen</translation>
    </message>
    <message>
        <source>A time of more than a second without a tick counts as a second</source>
        <translation>Mehr als eine Sekunde ohne Tick zählt als eine Sekunde</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>Tem&amp;po</translation>
    </message>
</context>
<context>
    <name>ticker::PriceCells</name>
    <message>
        <source>Halted</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>No trade yet</source>
        <translation>Noch kein Handel</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Änderung in %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Last size</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Which instruments are in the chart, %1 at most</source>
        <translation>Welche Instrumente im Diagramm sind, höchstens %1</translation>
    </message>
    <message>
        <source>The newest price, and whether it rose or fell with the last trade</source>
        <translation>Der neueste Kurs, und ob er mit dem letzten Handel stieg oder fiel</translation>
    </message>
    <message>
        <source>Since the first price of the day</source>
        <translation>Seit dem ersten Kurs des Tages</translation>
    </message>
    <message>
        <source>Of the day</source>
        <translation>Des Tages</translation>
    </message>
    <message>
        <source>The price before this one</source>
        <translation>Der Kurs vor diesem</translation>
    </message>
    <message>
        <source>How many were traded last</source>
        <translation>Wie viele zuletzt gehandelt wurden</translation>
    </message>
    <message>
        <source>In how many ticks it has traded</source>
        <translation>In wie vielen Ticks es gehandelt wurde</translation>
    </message>
    <message>
        <source>%1 in the chart</source>
        <translation>%1 im Diagramm</translation>
    </message>
    <message>
        <source>%1, rising</source>
        <translation>%1, steigend</translation>
    </message>
    <message>
        <source>%1, falling</source>
        <translation>%1, fallend</translation>
    </message>
</context>
<context>
    <name>ticker::PriceChart</name>
    <message>
        <source>Price chart</source>
        <translation>Kursdiagramm</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>symbol, price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation>Noch keine Kurse</translation>
    </message>
</context>
<context>
    <name>ticker::PricesDesk</name>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
</context>
<context>
    <name>ticker::PricesPage</name>
    <message>
        <source>The chart has %1 instruments, and room for no more. Take one out first.</source>
        <translation>Das Diagramm hat %1 Instrumente und für mehr keinen Platz. Nehmen Sie zuerst eines heraus.</translation>
    </message>
    <message>
        <source>Prices appear here once the server runs.</source>
        <translation>Kurse erscheinen hier, sobald der Server läuft.</translation>
    </message>
    <message>
        <source>Nothing is in the chart. Tick instruments in the first column of the table, %1 at most.</source>
        <translation>Im Diagramm ist nichts. Kreuzen Sie in der ersten Spalte der Tabelle Instrumente an, höchstens %1.</translation>
    </message>
    <message>
        <source>What is played now has no %1; the chart shows %2 instead.</source>
        <translation>Was jetzt gespielt wird, hat kein %1; das Diagramm zeigt stattdessen %2.</translation>
    </message>
</context>
<context>
    <name>ticker::PricesTable</name>
    <message>
        <source>Find instruments</source>
        <translation>Instrumente suchen</translation>
    </message>
    <message>
        <source>Find by symbol or name</source>
        <translation>Nach Symbol oder Name suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which columns the table has</source>
        <translation>Welche Spalten die Tabelle hat</translation>
    </message>
    <message>
        <source>Instruments and their prices</source>
        <translation>Instrumente und ihre Kurse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ticker::RateControl</name>
    <message>
        <source>Tick rate</source>
        <translation>Tickrate</translation>
    </message>
    <message>
        <source>Interval in milliseconds</source>
        <translation>Abstand in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Ticks a second</source>
        <translation>Ticks je Sekunde</translation>
    </message>
    <message>
        <source>One tick e&amp;very</source>
        <translation>&amp;Ein Tick alle</translation>
    </message>
    <message>
        <source>=</source>
        <comment>an interval equals a rate</comment>
        <translation>=</translation>
    </message>
    <message>
        <source>100 s</source>
        <translation>100 s</translation>
    </message>
    <message>
        <source> tick/s</source>
        <translation> Tick/s</translation>
    </message>
    <message>
        <source> ticks/s</source>
        <translation> Ticks/s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>interval, rate</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ticker::RecordingLine</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>ticker::SeedActions</name>
    <message>
        <source>Set s&amp;eed…</source>
        <translation>Star&amp;twert setzen…</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>&amp;Neuer Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same prices. Setting it starts the tape again. (%1)</source>
        <extracomment>The tool tip of a button, with its shortcut.</extracomment>
        <translation>Gleicher Startwert, gleiche Kurse. Ihn zu setzen beginnt das Band von vorn. (%1)</translation>
    </message>
</context>
<context>
    <name>ticker::SeedDialog</name>
    <message>
        <source>Set seed</source>
        <translation>Startwert setzen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same prices. Setting it starts the tape again at its first tick.</source>
        <translation>Gleicher Startwert, gleiche Kurse. Ihn zu setzen beginnt das Band beim ersten Tick von vorn.</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>S&amp;et seed</source>
        <translation>Startwert s&amp;etzen</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to %1.</source>
        <translation>Ein Startwert ist eine ganze Zahl von 0 bis %1.</translation>
    </message>
</context>
<context>
    <name>ticker::StatusPresenter</name>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>TickerTray, stopped</source>
        <translation>TickerTray, gestoppt</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>address, clients, rate or file, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Playing %1</source>
        <translation>Spielt %1</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>spielt ab</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Cannot listen on %1: another program uses this port.</source>
        <translation>Auf %1 ist kein Empfang möglich: ein anderes Programm benutzt diesen Port.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: this computer does not have that address.</source>
        <translation>Auf %1 ist kein Empfang möglich: dieser Rechner hat diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: the system does not allow it.</source>
        <translation>Auf %1 ist kein Empfang möglich: das System erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Cannot serve the folder %1: it cannot be read.</source>
        <translation>Der Ordner %1 lässt sich nicht anbieten: er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot use the market file %1.</source>
        <translation>Die Marktdatei %1 ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Cannot play the file %1.</source>
        <translation>Die Datei %1 lässt sich nicht abspielen.</translation>
    </message>
    <message>
        <source>Cannot record to the file %1.</source>
        <translation>In die Datei %1 lässt sich nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The server cannot start.</source>
        <translation>Der Server kann nicht starten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed, where</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no clients</source>
        <translation>keine Clients</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
</context>
<context>
    <name>ticker::SummaryBar</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Actual rate</source>
        <translation>Tatsächliche Rate</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>caption, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Kurs von %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
</context>
<context>
    <name>ticker::TrayIcon</name>
    <message>
        <source>&amp;Open page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>interval, rate</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster &amp;verbergen</translation>
    </message>
    <message>
        <source>&amp;Show window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
</context>
<context>
    <name>ticker::WindowCloser</name>
    <message>
        <source>TickerTray keeps serving</source>
        <translation>TickerTray läuft weiter</translation>
    </message>
    <message>
        <source>Its window is closed. A click on the tray icon brings it back; Quit in the icon&apos;s menu, or Ctrl+Q in the window, ends it.</source>
        <translation>Das Fenster ist zu. Ein Klick auf das Symbol in der Leiste holt es zurück; „Beenden“ in dessen Menü oder Strg+Q im Fenster beendet das Programm.</translation>
    </message>
</context>
<context>
    <name>ticker::formats</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 tick/s</source>
        <translation>%1 Tick/s</translation>
    </message>
    <message>
        <source>%1 ticks/s</source>
        <translation>%1 Ticks/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
</TS>
