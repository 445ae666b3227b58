"""Given names and titles: what tells a person's gender, and that a name is a person's.

The names are common ones of many languages; one that both women and men bear tells nothing of
gender and stands in neither list.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["f", "m"]

_FEMALE = """
Abigail Ada Adele Agnes Aisha Alejandra Alexandra Alice Alicia Alina Alison Allison Alyssa
Amanda Amal Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Anne
Annette Annie Antonia April Ariana Arianna Ashley Astrid Audrey Aung Barbara Beatrice Bella
Benazir Bernadette Bernice Beth Betsy Betty Beverly Beyonce Bianca Bonnie Brenda Bridget
Brittany Britney Brooke Camilla Camille Carla Carly Carmen Carol Carole Carolina Caroline
Carolyn Carrie Catherine Cathy Cecilia Celeste Celia Charlotte Chelsea Cheryl Chloe
Christina Christine Cindy Claire Clara Claudia Colleen Condoleezza Connie Constance Cristina
Cynthia Daisy Danielle Daniela Daphne Darlene Dawn Deborah Debbie Debra Denise Diana Diane
Dianne Dilma Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth
Elise Elizabeth Ella Ellen Ellie Eloise Elsa Emily Emma Erica Erika Erin Esther Ethel
Eugenia Eva Eve Evelyn Farah Fatima Fiona Florence Frances Francesca Frida Gabriela
Gabrielle Gail Georgina Geraldine Gertrude Gina Gisele Gladys Glenda Gloria Grace Greta Gwen
Gwyneth Hannah Harriet Heather Heidi Helen Helena Helene Helga Hilary Hillary Hope Huma Ida
Indira Ingrid Irene Irina Iris Isabel Isabella Ivana Ivanka Jackie Jacqueline Jane Janet
Janice Jasmine Jean Jeanne Jeannie Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne
Jodie Josephine Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet June Karen
Kate Katherine Kathleen Kathryn Kathy Katie Katrina Katy Kayla Kayleigh Kellyanne Khadija
Kim_ Kimberly Kirsten Kirstjen Kristen Kristin Kristina Laila Lana Larissa Laura Lauren
Laurie Leila Lena Leticia Lidia Lillian Lily Linda Lisa Liz Lois Loretta Lorraine Louise
Lucia Lucille Lucinda Lucy Luisa Lydia Lynn Lynne Madeleine Madonna Maggie Malala Malia
Mandy Marcia Margaret Margarita Maria Marian Marianne Marie Marilyn Marina Marissa Marjorie
Marla Martha Mary Matilda Maureen Maxine Megan Meghan Melania Melanie Melinda Melissa
Meredith Meryl Mia Michele Michelle Mildred Miranda Miriam Molly Mona Monica Monika Muriel
Myra Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Norma Octavia Olga Olivia
Oprah Pamela Patricia Patty Paula Paulina Pauline Peggy Penelope Phyllis Priscilla Rachel
Ramona Rania Rebecca Regina Renee Reshma Rhonda Rita Roberta Rosa Rosalind Rose Rosemary
Roxana Roxanne Ruth Sabrina Sally Salma Samantha Sandra Sara Sarah Sasha_ Scarlett Selena
Sharon Sheila Shelley Sherry Shirley Silvia Simone Sofia Sonia Sonja Sophia Sophie Stacey
Stella Stephanie Sue Susan Susanna Susanne Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara
Tatiana Teresa Tess Thelma Theresa Tiffany Tina Tracey Trudy Ursula Valentina Valerie
Vanessa Vera Veronica Victoria Viola Violet Virginia Vivian Vivien Wanda Wendy Whitney
Whoopi Wilma Winifred Xiomara Yolanda Yoko Yulia Yvette Yvonne Zainab Zoe
Adriana Agnieszka Aida Aiko Aileen Akiko Alba Aleksandra Alessandra Alexa Alexis_ Alisa Alma
Alondra Amal Ambra Amelie Anabel Ananya Angelica Angelique Anika Anja Annabel Annabelle Annalena
Anneke Annemarie Antoinette Anya Aparna Araceli Arlene Arundhati Asma Aung_ Aurora Ava Ayesha
Aylin Ayse Beatriz Belen Bettina Bettye Birgit Blanca Bonita Brianna Brigitte Candace Carmela
Carolyne Carrie-Anne Catalina Cecile Celine Chantal Charlene Chiara Chloé Christa Ciara Clarissa
Claudine Consuelo Cora Corazon Corinne Daisy Daria Deirdre Delia Delphine Desiree Dina Ebony
Edna Elisa Elsie Elvira Emilia Emmanuelle Erin Esme Esperanza Esra Estelle Estela Eugenie Eunice
Evelyne Fatemeh Fatma Fatou Federica Felicia Fern Francine Françoise Freya Genevieve Germaine
Ghislaine Giada Gianna Gillian Giorgia Gisela Giulia Gloria Gretchen Guadalupe Gudrun Gulnara
Habiba Halima Hanan Hanna Hedwig Heike Henrietta Hermione Hildegard Hind Ilona Ilse Imelda Inga
Ingeborg Ines Irina Isha Isis_ Isla Ivy Izabela Jacinda Jacinta Jana Jasmin Jayne Jeanette Jenna
Jessie Jocelyn Johanna Joni Josefina Josie Judi Jutta Kamala Karin Karina Karla Katarina
Katharina Katja Kavita Kaye Keiko Keisha Kelley Kerstin Kiran_ Kirstie Kristi Kristine Ksenia
Lakshmi Lara Latoya Leah Leanne Leigh_ Leonie Leonor Lesley Letizia Libby Lilian Liliana Lin_
Lina Linh Liv Livia Ljudmila Lola Lorena Lori Lorna Lucie Ludmila Luz Lyudmila Mabel Magda
Magdalena Mahnaz Mai_ Maisie Manal Manuela Mara Margot Margrethe Mariam Mariana Maribel Mariya
Marta Martina Marwa Maryam Masha Maud Mavis Maya Mayra Mayumi Meera Mei Mercedes Michiko Mila
Mina Minna Mireille Mitzi Moira Muna Myrna Nadine Naima Najat Nana_ Naoko Narges Nasrin Natalya
Nathalie Nelly Nerys Ngozi Nikki Nilufer Noelle Nora Noura Nuria Odette Oksana Olena Olivia
Ophelia Paloma Pam Paola Parisa Patrice_ Pauline Petra Philippa Phoebe Pilar Pippa Polly Poppy
Preeti Priti Priya Raisa Rana Raquel Rasha Reem Rhoda Rochelle Rocio Romina Rosario Roseanne
Rosie Rowena Ruby Rukmini Ruthie Sabine Sadie Safiya Sakura Saoirse Sapna Saskia Sawsan Sayaka
Serena Shabana Shakira Shannon_ Sharmila Sheryl Shikha Shirin Shona Shreya Sigrid Silke Simona
Sinead Siobhan Sirimavo Solange Soraya Stefanie Suha Sumaya Suman Sunita Suzan Suzy Sybil Sylvie
Tabitha Takako Tania Tarana Tasha Tatyana Terri Tessa Thea Theresia Thuy Tilda Tonya Tricia
Trinidad_ Tuula Uma Valeria Veena Verena Viktoria Vilma Violeta Vita Waltraud Wangari Wilhelmina
Xenia Yael Yasmin Yasmine Yekaterina Yelena Yesenia Yingluck Ylva Yoshiko Yuko Yuriko Zahra Zara
Zeinab Zelda Zina Zoé Zsuzsa Zuzana Élisabeth Élodie Éva Ségolène Tulsi Lucinda Nikole Nicola_
Tarja Ulla Ulrike Ursula Melania Marisol Kayleen Kirsty Anneliese
"""

_MALE = """
Aaron Abbas Abdul Abdullah Abdel Abe Abel Abraham Abu Adam Adolf Adrian Ahmad Ahmed Akbar
Akira Al Alan Albert Alberto Aldo Alec Alejandro Aleksandr Alessandro Alex_ Alexander
Alexandre Alexei Alexey Alfonso Alfred Ali Allan Allen Alvaro Alvin Amir Amit Anatoly Anders
Andre Andreas Andrei Andres Andrew Andrey Andy Angelo Anthony Antoine Anton Antonio Antony
Anwar Ari Ariel Arjun Armando Arnold Arthur Arturo Asif Augustus Austin Ayman Barack Barry
Bart Bashar Ben Benito Benjamin Bernard Bernardo Bernie Bert Bertrand Bill Billy Binyamin
Benyamin Bob Bobby Boris Boutros Brad Bradley Brandon Brendan Brent Bret Brett Brian Brock
Bruce Bruno Bryan Byron Caleb Calvin Carl Carlos Cesar Chad Charles Charlie Chester Chip
Chris_ Christian Christoph Christophe Christopher Chuck Clarence Clark Claude Clay Clayton
Cliff Clifford Clint Clinton_ Clive Colin Conor Conrad Corey Cory Craig Curtis Cyril Cyrus
Dale Damian Dan Daniel Daniil Danny Darius Darrell Darren Daryl Dave David Dean Denis Dennis
Denzel Derek Desmond Dick Diego Dieter Dimitri Dirk Dmitri Dmitry Dominic Dominique Don
Donald Doug Douglas Duncan Dwight Dylan Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Ehud
Eli Elias Elijah Elliot Elliott Elon Elvis Emilio Emmanuel Enrique Eric Erik Ernest Ernesto
Ernst Ethan Eugene Evan Evgeny Evo Fabio Faisal Farid Felipe Felix Ferdinand Fernando Fidel
Floyd Francesco Francis Francisco Franco Francois François Frank Franklin Franz Fred
Frederick Fritz Fyodor Gabriel Gareth Gary Gavin Gene Geoff Geoffrey George Georges Georgy
Gerald Gerard Gerhard Gianni Gilbert Giorgio Giovanni Giuseppe Glenn Gonzalo Gordon Graham
Grant Greg Gregory Grigory Guillermo Gunter Gus Gustavo Guy Habib Hafez Hamid Hamza Hank
Hans Harold Harry Harvey Hasan Hassan Hector Heinrich Helmut Henri Henry Herbert Herman
Hermann Hideki Hiroshi Horace Hosni Howard Hubert Hugh Hugo Humberto Hussein Ian Ibrahim
Igor Ilya Imran Isaac Isaiah Ismail Ivan Jack Jacob Jacques Jaime Jair Jake Jamal James Jan_
Janos Jared Jason Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy
Joachim Joao Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge
Jose José Josef Joseph Josh Joshua Juan Julian Julio Julius Junichiro Jurgen Justin Kareem
Karim Karl Keith Ken Kenji Kenneth Kenny Kevin Khaled Khalid Khalil Kirk Klaus Kofi Kurt
Kyle Lance Larry Lars Laurence Laurent Lawrence Lech Lee_ Leo Leon Leonard Leonid Leopoldo
Lev Lewis Liam Lionel Lloyd Logan Lorenzo Lou Louis Lucas Luigi Luis Luiz Luke Luther Lyndon
Mahathir Mahmoud Malcolm Manmohan Manuel Mao Marc Marcel Marco Marcos Marcus Mario Marius
Mark Marlon Martin Marty Marvin Masoud Mateo Matt Matteo Matthew Matthias Maurice Mauricio
Max Maxim Mehmet Mel Melvin Michael Michel Miguel Mike Mikhail Milan Milos Mitch Mitt
Moammar Mohamed Mohammad Mohammed Mohandas Mohsen Moises Morris Moses Moshe Muammar Muhammad
Mustafa Nabil Naftali Napoleon Narendra Nasser Nate Nathan Nathaniel Nawaz Ned Neil Nelson
Nestor Newt Nicholas Nick Nicolas Niels Nigel Nikita Nikolai Nikos Noah Noam Noel Norman
Nouri Oleg Oliver Omar Orlando Orrin Oscar Osama Otto Pablo Paolo Pascal Pat_ Patrick Paul
Paulo Pavel Pedro Percy Perry Pervez Pete Peter Petro Phil Philip Philippe Phillip Pierre
Piers Piotr Qasem Rafael Rahm Rahul Raj Rajiv Ralph Ramon Ramzi Rand Randall Randy Rashid
Raul Ray Raymond Recep Reginald Reince Reinhard Rene Rex Ricardo Richard Rick Ricky Rob
Robert Roberto Robin_ Rod Roderick Rodney Rodolfo Rodrigo Roger Roland Rolf Roman Romano Ron
Ronald Ronnie Rory Ross Roy Rudolf Rudolph Rudy Rupert Russ Russell Ryan Saad Saddam Saeed
Salman Salvador Salvatore Sam_ Samir Samuel Santiago Scott Sean Sebastian Serge Sergei
Sergey Sergio Seth Shane Shaun Shawn Sheldon Shimon Shinzo Sidney Sigmar Silvio Simon
Slobodan Spencer Stan Stanley Stefan Stephan Stephen Sterling Steve Steven Stewart Stuart
Sven Tariq Tayyip Ted Terrence Theo Theodore Thomas Tim Timothy Toby Todd Tom Tomas Tommy
Tony Travis Trent Trevor Tyler Ulrich Umar Uri Vaclav Valery Vasily Victor Vince Vincent
Viktor Vitaly Vlad Vladimir Volodymyr Wade Walid Wallace Walt Walter Warren Wayne Werner
Abdallah Abdelaziz Abdelfattah Abdulaziz Abdulla Abdulrahman Abhijit Abiy Adel Aditya Adil Adnan
Adolfo Agustin Ahmet Aidan Ajay Akash Alain Alastair Albrecht Alejo Aleksander Aleksei
Alexandros Alexis_ Alfredo Alistair Alois Alonzo Alphonse Amar Amadou Amin Amitabh Anand Andrej
Andrzej Angus Anil Ansel Anton Antonis Anurag Aram Aravind Archie Arjen Armin Arne Aron Arsene
Arun Arvind Ashok Ashraf Asim Atiku Atul Avi Avigdor Axel Aziz Baltasar Bernhard Bashir Bassam
Bassem Bastian Bekir Bela Benedict Benigno Benny Berhane Bernd Bilal Binali Birger Björn Bjorn
Bogdan Bohdan Borja Branko Brody Bryce Bulent Burak Burhan Carlo Carles Carsten Casper Cedric
Cem Chandra_ Chinua Chetan Ciaran Claudio Cody Colm Connor Cornelius Craig Cristian Cristiano
Cristobal Cyrille Damon Danilo Danish_ Dante Darragh Davey Davide Deepak Delano Demetrius Deng_
Derrick Deshawn Devin Dilip Dinesh Dino Dirk Djamel Djibril Dmytro Domingo Donnie Donovan Doyle
Dragan Drago Dusan Dwayne Dwyane Edin Edmond Edson Eduard Efrain Egor Eivind Ekrem Eliot Emad
Emanuel Emil Emile Emir_ Emre Enda Enzo Ephraim Erdal Erich Erkki Erling Ernie Ersin Essam
Esteban Etienne Evgeniy Evert Ezekiel Ezra Fadi Fahad Farhad Farooq Faruk Fathi Faustino
Federico Feisal Ferenc Fergus Fernand Fethullah Filip Finn Flavio Florian Francois Franck
Fredrik Frederic Frederik Fritz Fuad Gaetano Gareth Gaston Gavriel Geert Gennady Geoffroy Georgi
Georgios Gerardo Germain Ghassan Giancarlo Gideon Gil Giacomo Gilles Giulio Gleb Goran Gottfried
Graeme Gregor Gregorio Guido Guillaume Gustaf Gustav Gyorgy Hakan Hakim Haider Hal Hamad Hamdi
Hamish Hank Harald Hari Harish Harlan Haris Haruki Haruhiko Hassanal Heath Heinz Helge Hendrik
Henning Henrik Hernan Hideo Hiram Hisham Homer Horacio Horst Hosain Huseyin Hyun_ Iain Idris
Ignacio Ignatius Igor Ike Ilham Ilir Imad Imre Ingmar Ingo Inigo Isidro Ismael Istvan Itzhak Ivo
Jaafar Jaap Jacek Jacobo Jagdish Jalal Jamil Jarrod Jaroslaw Jaromir Jasper Javed Javid
Jean-Claude Jean-Luc Jean-Marie Jean-Pierre Jean-Yves Jens Jermaine Jesper Jez Jimmie Jiri Jo_
Jochen Joost Joris Josip Jozef Juha Julen Jules Junaid Jurgen Jussi Kaan Kaj Kamal Kamran
Kazimierz Kazuo Keegan Keir Keiran Kemal Kiefer Kenan Kent_ Keenan Kerem Khalifa Khalil Kieran
Kim_ Kirill Kofi Konrad Konstantin Koji Krishna Kristian Kristof Kumar Kunal Kuldeep Kyriakos
Ladislav Lamar Lamont Laszlo Leandro Leif Lennart Leonardo Leonidas Leopold Leroy Leszek Levi
Lindsey_ Lior Lloyd Loic Lorne Lothar Lubomir Luc Luca Luciano Ludovic Ludwig Lukas Lyle Maarten
Maciej Magnus Mahdi Maher Mahmud Majid Makoto Malik Manfred Manoj Manny Mansour Manu Marat
Marcelo Marcin Marek Mariano Mariusz Marko Markus Martti Marwan Massimo Mathias Mathieu Mats
Matthijs Mauro Mazen Mehdi Menachem Mert Micah Michal Mick Mickey Miklos Mikael Mikko Milton
Milorad Mircea Miroslav Mladen Mo_ Modibo Mohan Mohsin Moshe Mounir Mourad Mowaffak Muammer
Mubarak_ Muqtada Murad Murat Murray_ Mutaz Myron Nader Nadir Naguib Najib Naoto Narayan Nasir
Naveed Naveen Nayib Neal Neville Nguyen_ Niall Nicholas Nicolae Niklas Niko Nikol Nimrod Nir
Nizar Norbert Nuno Nuri Nursultan Octavio Odd_ Olaf Olav Ole Olivier Olof Olu Olusegun Omer Onur
Ori Osman Oswald Otis Owen Paddy Panos Pankaj Paolo Paschal Pat_ Patrice Patricio Patrik Pawel
Pavlo Peer Pekka Per_ Petar Petr Petri Petros Pieter Pier Poul Prakash Prasad Pradeep Pranab
Prayuth Qassem Quentin Quincy Radek Radoslaw Radovan Rafi Rafiq Raghuram Rainer Rajat Rajesh
Rajendra Rakesh Ramesh Rami Ramin Ramiro Ramzan Rasmus Ratko Ravi Recep Reid Renaud Reza
Rigoberto Ritchie Riyad Robbie Robby Robrecht Rohan Rohit Romain Romeo Ronan Roni Roscoe Ruben
Ruslan Ryszard Saeb Saif Sajid Saleh Salim Sami Samer Samuli Sandeep Sandro Sanjay Sanjeev
Santosh Saul Sayed Sayyid Selim Semyon Serhii Serhiy Serkan Shahid Shamil Shankar Shaquille
Sharif Shaukat Shigeru Shivraj Shmuel Siddharth Sigurd Simeon Sinan Siegfried Sixto Slavoj Soren
Srdjan Stanislav Stanislaw Stavros Steffen Steny Stéphane Stephane Sterling Subramanian Sudhir
Suleiman Sundar Sunil Suresh Sushil Svend Sylvain Sylvester Tadeusz Tadic_ Taha Takeshi Tamim
Tancredo Taro Taras Tarek Tayyip Teddy Teodoro Terence Thabo Thaddeus Thanasis Theodor Theodoros
Thierry Thilo Thorsten Tidjane Tiago Timo Timur Tito Tobias Tomasz Tomer Tommaso Tomislav
Torsten Toshihiko Trond Trygve Tsvi Tuomas Turgut Tyrone Tyson Udo Ugo Uhuru Umberto Umit Urs
Uwe Vadim Valentin Valdis Valeri Vasil Vasilis Vasyl Venkat Vernon Vicente Vidar Vijay Vikram
Viktor Vinay Vincenzo Vinod Virgil Vishal Vito Vittorio Vivek Vladislav Vojislav Volkan
Vyacheslav Waleed Walther Wassim Wendell Wilbert Wim Wilson_ Witold Wojciech Woody Wouter Yahya
Yair Yakov Yanis Yann Yannick Yaroslav Yasin Yasuo Yevgeny Yehuda Yiannis Yigal Yonatan Yossi
Yoshihide Youssef Yunus Zac Zack Zafar Zaki Zalmay Zbynek Zeljko Zelman Ziad Zoltan Zoran Zvi
Émile Étienne Édouard Éric André René Jesús Óscar Ángel Blaise Ömer Łukasz Željko Channing Cory
Kobe LeBron JaMarcus LaRon Darnell Trayvon Tamerlan Dzhokhar Ahmaud Deandre Wesley Wilbur
Wilfred Wilhelm Will William Willie Winston Wolf Wolfgang Woodrow Xavier Yasser Yasir Yitzhak
Yosef Yuri Yusuf Yves Zach Zachary Zbigniew
"""

GIVEN: dict[str, Gender | None] = {
    **dict.fromkeys(
        """Ashton Aubrey Avery Bailey Blake Cameron Casey Chris Corey Dakota Dana Drew Dominique
        Finley Francis Frankie Gale Harley Hayden Jackie Jaime Jamie Jan Jesse Jordan Jody Kelly
        Kelsey
    Kerry Kim Lee Leslie Lindsay Lindsey Logan Loren Lou Lynn Marion Morgan Nicky Pat Peyton
    Quinn Reese Riley Robbie Robin Rowan Sam Sandy Sasha Shannon Sidney Stacy Taylor Terry Tracy
    Val Vivian Alex""".split()
    ),
}

"""Given names to gender; None for a name that tells nothing of it."""

for _names, _gender in ((_FEMALE, "f"), (_MALE, "m")):
    for _name in _names.split():
        if not _name.endswith("_"):
            GIVEN.setdefault(_name, "f" if _gender == "f" else "m")

_SHORT = """
Bill=William Bob=Robert Bobby=Robert Rob=Robert Dick=Richard Rick=Richard Jim=James
Jimmy=James Joe=Joseph Tom=Thomas Mike=Michael Dave=David Dan=Daniel Steve=Steven
Chris=Christopher Ben=Benjamin Sam=Samuel Tony=Anthony Andy=Andrew Greg=Gregory Jeff=Jeffrey
Ken=Kenneth Ted=Edward Ed=Edward Larry=Lawrence Liz=Elizabeth Beth=Elizabeth Kate=Katherine
Katie=Katherine Kathy=Katherine Sue=Susan Debbie=Deborah Jenny=Jennifer Peggy=Margaret
Maggie=Margaret Chuck=Charles Charlie=Charles Bernie=Bernard Don=Donald Ron=Ronald
Matt=Matthew Nick=Nicholas Tim=Timothy Will=William Doug=Douglas Fred=Frederick Harry=Henry
Jack=John Jon=Jonathan Josh=Joshua Max=Maxwell Pat=Patrick Pete=Peter Phil=Philip
Ray=Raymond Stan=Stanley Walt=Walter Alex=Alexander Al=Albert Abe=Abraham Newt=Newton
Mitch=Mitchell Rudy=Rudolph Vince=Vincent Cathy=Catherine Joey=Joseph Eddie=Edward
Danny=Daniel Tommy=Thomas Johnny=John Geoff=Geoffrey Gus=Augustus
"""
FAMILY_FIRST = frozenset(
    """Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Zhu Hu Guo Lin Gao Luo Zheng Liang Xie
    Tang Deng Feng Cao Zeng Peng Xiao Cai Pan Tian Dong Yuan Yu Jiang Du Cheng Wei Lu Ding Ren Shen
    Yao Liao Jia Xia Bai Zou Xiong Meng Qin Qiu Hou Xi Wen Mao Kim Park Choi Jung Kang Cho Yoon
    Jang Lim Shin Kwon Hwang Ahn Song Jeon Hong Moon Nguyen Tran Pham Hoang Phan Vu Dang Bui Ngo
    Duong Ban""".split()
)

"""Family names of East Asia that stand before the given name: "Hu Jintao"."""

SHORT_FOR = dict(pair.split("=") for pair in _SHORT.split())

"""Short forms of given names to the long form."""

TITLES: dict[str, Gender | None] = {
    "Mr": "m", "Mister": "m", "Sir": "m", "Lord": "m", "King": "m", "Prince": "m", "Pope": "m",
    "Congressman": "m", "Councilman": "m", "Chairman": "m", "Father": "m", "Cardinal": "m",
    "Sheikh": "m", "Ayatollah": "m", "Imam": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Madam": "f",
    "Lady": "f", "Dame": "f", "Queen": "f", "Princess": "f", "Congresswoman": "f",
    "Councilwoman": "f", "Chairwoman": "f", "Sister": "f", "Baroness": "f",
    "Monsieur": "m", "Madame": "f", "Herr": "m", "Frau": "f", "Señor": "m", "Señora": "f",
    **dict.fromkeys(
        """Dr Prof Professor President Senator Sen Sens Rep Reps Representative Gov Governor Mayor
    Secretary Minister Premier Chancellor General Gen Col Colonel Capt Captain Lt Lieutenant Maj
    Major Sgt Sergeant Cmdr Commander Adm Admiral Judge Justice Rev Reverend Bishop Archbishop
    Rabbi Ambassador Amb Envoy Speaker Sheriff Officer Detective Inspector Attorney Treasurer
    Commissioner Director Coach Vice Deputy Prime First Former Ex-President Spokesman
    Spokeswoman Chief Justice Marshal Pastor Doctor Emperor Emir Sultan Ex-Minister Lance Cpl
    Corporal Pvt Private Staff Supt Superintendent Chair Leader Candidate Nominee Delegate Del
    Hon Honorable VP Comrade Crown Imam Undersecretary Maître Maitre""".split()
    ),
}  # fmt: skip

"""Titles before a name, without their dot, to the gender they tell."""
