<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CandidateText</name>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>type, text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 % sure, %3</source>
        <comment>place, number, tier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If redacted: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The work on %1 was stopped, and nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: check that it is there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing in it to scrub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or was cut off: open it in the program it came from and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected with a password: remove the password in the program it came from and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected by a rights management service: ask its owner for an unprotected copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the old binary Office format: open it in Office or LibreOffice and save it in the current one (.docx, .xlsx, .pptx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds two entries of one name, so programs disagree about what is in it: save it again in the program it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds an entry whose name is not allowed, so it was not opened: save it again in the program it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unpacks to more than is allowed, so it was not opened: split it into smaller files if you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a document type declaration, which Office never writes, so it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already and was left alone: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: check that the folder is there and that you may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left to write %1: free some and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrubbed copy of %1 still held text that was to be redacted, so it was deleted, and nothing was signed or queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no signing key for %1 yet: create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key for %1 cannot be reached: unlock your keychain, or bring the key file back, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key for %1 needs its passphrase, and none or a wrong one was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key for %1 is another one than was recorded, so nothing was signed: bring back the key that belongs to this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a signing key for %1 already, and it was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest for %1 is not valid, so it cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review of %1 is not complete: decide what is pending and confirm every statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue does not allow this for %1, and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue in %1 cannot be opened; nothing in it was changed or deleted. Restore the folder from a backup, or choose another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue has no submission %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved decisions for %1 cannot be read: this review starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a fault in the rules at %1: install the program again, or correct the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a fault in the term list at %1: correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a fault in the decisions file at %1: correct that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a fault in the task or attestations file at %1: correct that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not how this command is used: see --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expunge made a mistake while working on %1, so it stopped, and nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this profile</source>
        <comment>stands for a missing file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of a kind that Expunge does not handle: save it as a Word, Excel, PowerPoint or OpenDocument file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not what its name says, its content is really this: %2. Give it the right file name ending, and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in an old format that has to be converted first, which needs this on your computer: %2. Install LibreOffice and bubblewrap, or save the file as .docx, .xlsx or .pptx in the program it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in an old format and could not be converted, it may be damaged or protected: save it as .docx, .xlsx or .pptx in the program it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected with a password that was not given: open it again and type the password, or name a file that holds it with --password-file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>has the shape of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes its check (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stands near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on the term list %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the title “%1” stands before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in a greeting or closing (“%1”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “%1” stands before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on a list of names (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also stands in the file’s %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was found elsewhere too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you marked it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowCaption</name>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endnotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowText</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenText</name>
    <message>
        <source>%n document property</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document properties</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Title, author, company and times of the file, which the pages do not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n custom property</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n custom properties</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Properties that somebody or a system added to the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sensitivity label</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sensitivity labels</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A label of a document classification system, with the firm’s ids in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n thumbnail picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thumbnail pictures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A small picture of the first page as it was before scrubbing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n comments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remarks in the margin, with their authors and times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n person in the list of authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people in the list of authors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The people whom comments and changes name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n tracked change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tracked changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Insertions and deletions that can be undone. Apply makes them final, Undo goes back to the text before them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text that is formatted so that it does not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n invisible text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n invisible texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text that is white, tiny or covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n field code</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field codes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Instructions behind what fields show, with paths and addresses in them; the visible result stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n alternative text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alternative texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Descriptions of pictures, shapes and tables for screen readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Names of places in the text; cross-references keep their visible text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n content control name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n content control names</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Titles, tags and list entries of content controls; the visible content stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n form field text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n form field texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help texts, default values and lists of form fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n custom XML store</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n custom XML stores</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Data that templates and add-ins keep inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n document variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document variables</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Values that macros and add-ins keep inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n mail merge source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mail merge sources</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Where the addresses of a mail merge come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n attached template</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attached templates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The path of the template that the file was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n linked file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n linked files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures and objects outside the file, with their paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n embedded file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n embedded files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whole files inside this one; their picture on the page stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n workbook behind a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n workbooks behind charts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The workbook of a chart, which holds more than the chart shows; the drawn chart stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n macro project</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n macro projects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Program code inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n active control</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n active controls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Controls and add-ins that run when the file is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n digital signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n digital signatures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures that name their signer, and that no longer fit a scrubbed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n printer setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n printer settings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Names of printers and servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n building block store</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n building block stores</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text modules that are kept inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n web setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n web settings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings from a web page that was pasted in, with its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n smart tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n smart tags</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Marks on names and addresses that an old Word recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n editing permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n editing permissions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who may edit a part of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n metadata block in a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n metadata blocks in pictures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Camera, place and time inside pictures; the picture stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n picture that cannot be cleaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pictures that cannot be cleaned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures of a kind that can hold text and cannot be cleaned, such as EMF and WMF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n embedded font</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n embedded fonts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fonts whose selection of letters tells which text was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n custom style name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n custom style names</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Names that somebody gave to styles, lists and themes; the formatting stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n revision mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n revision marks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Marks that tie each paragraph to an editing session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n comment in the markup</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n comments in the markup</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comments and processing instructions in the file’s XML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n part that nothing refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parts that nothing refers to</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left-over pieces of the file that no program shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n part of unknown type</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parts of unknown type</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pieces of the file that Expunge does not know and therefore does not let through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n unknown element or attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unknown elements or attributes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Markup that Expunge does not know and therefore does not let through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n trace in the container</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n traces in the container</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Times, comments and stray bytes of the zip container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden sheets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sheets of the workbook that are hidden, with everything in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden row</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that are hidden, filtered out or have no height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden column</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden columns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that are hidden or have no width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden names</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Names in the workbook that no list of names shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pivot table with its cached data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pivot tables with their cached data</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pivot tables keep a copy of all their source data. Their cells stay as plain cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n link to another workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n links to other workbooks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paths of other workbooks, and copies of values from them. Formulas that use them become values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n data connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n data connections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Where imported data comes from, often with user names and queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stored what-if values with their authors and comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n unused text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unused texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Texts that were deleted from their cells, but are still in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n reading aid</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reading aids</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How East Asian words are read; used for sorting, rarely shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n saved view</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n saved views</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Named views of the workbook, often with the names of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n path, user name or identifier in the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paths, user names and identifiers in the workbook</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Folders, user names, code names and identifiers that the program stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden slides</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Slides that the show skips, with everything on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hidden shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden shapes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shapes that are set not to show, have no size or are covered by others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n shape outside its slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n shapes outside their slides</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shapes that stand wholly outside the slide, where no show ever shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n page of speaker notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pages of speaker notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the speaker wrote for the talk, below the slides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sound or film</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sounds and films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings, which are not searched and carry their own properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n tag, section, path or identifier in the presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tags, sections, paths and identifiers in the presentation</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tags, sections, custom shows, edit history, paths and identifiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n former version</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n former versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whole former states of the document, kept inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n setting of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n settings of the program</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the program remembers of windows, printers and data sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n data range with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n data ranges with their sources</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sources, filters and conditions of ranges of a sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n cropped part of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cropped parts of pictures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What pictures still hold outside of what is shown of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n object on a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n objects on hidden layers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text, drawings and pictures on layers of the page that are switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n object outside the visible page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n objects outside the visible page</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What stands outside of the part of the page that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n name of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n names of layers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Layers stay and are only numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n page label</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page labels</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Words that viewers show before page numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n store of a program&apos;s own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stores of programs&apos; own data</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the programs that made the file keep in it for themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tooltip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alternative text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tracked deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>defined name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of place, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the steps of a place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownFlow</name>
    <message>
        <source>On sheet “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of sheets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypeText</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US social security number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip, key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::AttestationPage</name>
    <message>
        <source>Please confirm. What you confirm is signed with the submission.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::CandidateModel</name>
    <message>
        <source>%1 %2, %3 found, %4 pending</source>
        <comment>group, type, counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>place, file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>text, type, decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pending of all</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::CandidateView</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the current candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group candidates by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys without Ctrl work while a document pane or the list of candidates has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::DecisionChips</name>
    <message>
        <source>Redact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide the current candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the suggestion: take this out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact: accept the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the suggestion: leave this in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: reject the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::DocumentView</name>
    <message>
        <source>Beside the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts, text boxes, headers, notes and names of the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masters, layouts and what else is on no slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties, bookmarks, notes, form fields and what else the pages do not show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::EmptyPage</name>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expunge shows what it would take out, you decide on each item, and a scrubbed, checked and signed copy goes into your queue. The original is never changed, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::ExportDialog</name>
    <message>
        <source>Export and queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and queue this submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: %1. Redacted: %2. Kept: %3. Text that neither the detector nor you marked was not judged and stays in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the scrubbed files, reading them again from disk, searching them for what was redacted, signing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The written bytes were searched for the 1 redacted text: 0 of 1 found where it was redacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The written bytes were searched for the redacted texts: 0 of %1 found where they were redacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same text still stands where you decided to keep it, places: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed with your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original files were not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that neither the detector nor you marked was not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is not ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 statements are not confirmed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: “%1…”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::GridPane</name>
    <message>
        <source>Row %1 is hidden in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1 is hidden in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sheet %2: %3</source>
        <comment>cell, sheet, text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::HiddenView</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the changes final; nobody can see that there were any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this out of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the text before the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this in the file as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds nothing that its pages do not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds these, and its pages do not show them. They are removed unless you keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action, hidden item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>please choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file (%1) with texts of its own: %2. Places found in them: %3. If you keep it, these are decided like all others, and what it hides is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::KeyPage</name>
    <message>
        <source>Looking for your signing key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no signing key yet; one is made now. It is kept in a file that a passphrase of at least %1 characters protects. Without the passphrase the key cannot be used by anyone, you included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no signing key yet; one is made now and kept in your desktop’s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed with your key %1… from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed with your key %1…, which needs its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your signing key %1… cannot be found: unlock your keychain, or bring the key file back. A new key is never made in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored signing key is not the one that this profile recorded (%1…), so it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase of the key. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::MainWindow</name>
    <message>
        <source>Submission %1 was withdrawn and will not be delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every candidate is decided. Hidden items still to decide: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is decided. The submission can be exported and queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export and queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opening %n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your earlier decisions on this file were taken up again: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions on these files are destroyed and cannot be brought back. The files themselves, and what is queued, stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files to scrub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that can be scrubbed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 candidate is still to decide before the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 candidates are still to decide before the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden items still to decide before the export: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The submission was signed and queued as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files could not be opened. The last: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files that were made up for trying the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export and queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write, check, sign and queue the submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close this review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the files; your decisions are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget this review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the files and destroy your decisions on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact: accept the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: reject the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact &amp;everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact all that means the same in this submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep every&amp;where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all that means the same in this submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected text for redaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select text in the original first, then press M.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo and go &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision and go back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next pending candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous pending candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next candidate, decided or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous candidate, decided or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group candidates by entity, type or position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between dark and light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Expunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export and queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the review is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of opening files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program does all its work on this computer and makes no network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file — Expunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files — Expunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found = %2 redacted + %3 kept + %4 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write, check, sign and queue the submission (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to decide: %1 candidates, %2 hidden items. Ctrl+E goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Expunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Expunge&lt;/h3&gt;&lt;p&gt;Turns a real work file into one that may be shared.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is being reviewed in another window of this program: go on there, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reopen the last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the files of the last review again, with your decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to decide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small pictures of the pages beside them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Turn the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the pages by a quarter, on the screen only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::OverviewRuler</name>
    <message>
        <source>Overview of all candidates in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All candidates of this file: click to go to one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::PagePane</name>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · not all of it could be read as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That password does not open “%1”. Try another one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is protected with a password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrubbed file will have no password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::QueueView</name>
    <message>
        <source>Being put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is queued yet. Review a file and choose “Export and queue”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued submissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the selected submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this submission back before it is delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scrubbed files and their manifest in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, SHA-256 %3…</source>
        <comment>file name, size, digest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest: SHA-256 %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the submission in a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::ReviewController</name>
    <message>
        <source>redact 1 candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>redact %n candidates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>keep 1 candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>keep %n candidates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reopen 1 candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>reopen %n candidates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>mark text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice for a hidden item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>style of replacements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrubbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrubbed file, read again from its bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: [PERSON-1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: ████</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands where something was redacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrubbed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrubbed file appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden items (%1 to decide)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden items (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrubbed file could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>file, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being read …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::SheetTabs</name>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet is hidden in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::SlidePane</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off the slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen in the show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>expunge::ui::WarningList</name>
    <message>
        <source>%1: the signature of another program is removed; it would not be valid any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note before you export:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
